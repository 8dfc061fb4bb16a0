using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Live;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.MapRuns;

namespace TaskOrchestration.Api.Executions;

/// <summary>Puts the operations on executions into a host: what AWS's own API does not have.</summary>
public static class ExecutionsApi
{
    /// <summary>
    /// Registers the operations. The host registers what they stand on: an <see cref="IExecutionService"/>, a <c>StateMachineCatalog</c>, an
    /// <see cref="IFactSource"/>, and where it runs Map Runs an <see cref="IMapRunService"/>.
    /// </summary>
    public static IServiceCollection AddExecutionsApi(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IMapRunService, NoMapRuns>();
        services.TryAddSingleton(new CourseLimits());
        services.TryAddSingleton(new LiveOptions());
        services.TryAddSingleton(provider => new TaskExecutions(provider.GetService<ITaskStore>(), provider.GetService<IExecutionService>()));
        return services
            .AddSingleton<ExecutionCourses>()
            .AddSingleton<ExecutionSearch>()
            .AddSingleton<ExecutionStatistics>()
            .AddSingleton<VisibleExecutions>()
            .AddSingleton<ExecutionViews>()
            .AddSingleton<ExecutionRoutes>()
            .AddSingleton<CourseRoutes>()
            .AddSingleton<LiveStreams>()
            .AddSingleton<LiveRoutes>();
    }

    /// <summary>Maps the operations into the REST API's group.</summary>
    internal static IEndpointRouteBuilder MapExecutionsApi(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        var services = api.ServiceProvider;
        ExecutionOperations.Map(api, services.GetRequiredService<ExecutionRoutes>());
        CourseOperations.Map(api, services.GetRequiredService<CourseRoutes>(), services.GetRequiredService<LiveRoutes>());
        return api;
    }
}
