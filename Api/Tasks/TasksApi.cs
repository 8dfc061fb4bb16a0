using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Tasks.Attachments;
using TaskOrchestration.Api.Tasks.Exports;
using TaskOrchestration.Api.Tasks.Metrics;
using TaskOrchestration.Api.Tasks.Records;
using TaskOrchestration.Api.Tasks.Submissions;

namespace TaskOrchestration.Api.Tasks;

/// <summary>Puts the REST API of task management into a host.</summary>
public static class TasksApi
{
    /// <summary>
    /// Registers the operations. The host registers what they stand on: an <c>ITaskService</c>, an <c>IExportService</c> and the stores of tasks, orders,
    /// transactions and blobs.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The section of <see cref="AttachmentOptions"/>; none for the usual ones.</param>
    public static IServiceCollection AddTasksApi(this IServiceCollection services, IConfiguration? settings = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services
            .AddSingleton(_ => Options(settings))
            .AddSingleton<Turns>()
            .AddSingleton<VisibleTasks>()
            .AddSingleton<SubmissionRoutes>()
            .AddSingleton<TaskRoutes>()
            .AddSingleton<RecordRoutes>()
            .AddSingleton<AttachmentRoutes>()
            .AddSingleton<ExportRoutes>()
            .AddSingleton<MetricsRoutes>();
    }

    /// <summary>Maps the operations into the REST API's group.</summary>
    internal static IEndpointRouteBuilder MapTasksApi(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        SubmissionOperations.Map(api, api.ServiceProvider.GetRequiredService<SubmissionRoutes>());
        TaskOperations.Map(api, api.ServiceProvider.GetRequiredService<TaskRoutes>());
        RecordOperations.Map(api, api.ServiceProvider.GetRequiredService<RecordRoutes>());
        AttachmentOperations.Map(api, api.ServiceProvider.GetRequiredService<AttachmentRoutes>());
        ExportOperations.Map(api, api.ServiceProvider.GetRequiredService<ExportRoutes>());
        MetricsOperations.Map(api, api.ServiceProvider.GetRequiredService<MetricsRoutes>());
        return api;
    }

    private static AttachmentOptions Options(IConfiguration? settings)
    {
        var options = new AttachmentOptions();
        settings?.Bind(options);
        return options;
    }
}
