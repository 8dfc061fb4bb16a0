using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Exports;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.NestedExecutions;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>Registers tasks and what keeps them up to date.</summary>
public static class TaskServices
{
    /// <summary>
    /// Adds <see cref="ITaskService"/>, <see cref="IExportService"/> and all that belongs to them over the stores that are registered. The host opens
    /// <see cref="LateExecutions"/> once it has an engine, hands the engine all <see cref="IExecutionObserver"/>s and the <see cref="ITaskRouter"/>, and has
    /// <see cref="ITaskReconciler"/> look at all tasks every so often (<see cref="AddTaskSweep"/> does).
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The settings (<see cref="TaskOptions.Read"/>).</param>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static IServiceCollection AddTaskServices(this IServiceCollection services, IConfigurationSection section) => services.AddTaskServices(TaskOptions.Read(section));

    /// <inheritdoc cref="AddTaskServices(IServiceCollection, IConfigurationSection)"/>
    public static IServiceCollection AddTaskServices(this IServiceCollection services, TaskOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<LateExecutions>();
        services.TryAddSingleton(_ => new ArnScheme());
        services.TryAddSingleton(options);
        services.AddTaskRouting();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IServiceIntegration, StartExecution>());
        AddUseCases(services);
        AddFunctions(services);
        ReportSteps(services);
        services.AddSingleton<TaskEndObserver>();
        services.AddSingleton<IExecutionObserver>(provider => provider.GetRequiredService<TaskEndObserver>());
        return services.AddHostedService<TaskEndFollower>();
    }

    /// <summary>Looks at all tasks every so often while the host runs. Not for a host that is one of many, or is not always there.</summary>
    public static IServiceCollection AddTaskSweep(this IServiceCollection services) => services.AddHostedService<TaskReconcilerHost>();

    private static void AddUseCases(IServiceCollection services)
    {
        services.AddSingleton<TaskPlanning>();
        services.AddSingleton<TaskExecutions>();
        services.AddSingleton<TaskDecisions>();
        services.AddSingleton(provider => new Lazy<TaskHandlers>(provider.GetRequiredService<TaskHandlers>));
        services.AddSingleton<TaskUndoing>();
        services.AddSingleton<MapRunReasons>();
        services.AddSingleton<TaskFiles>();
        services.AddSingleton<IResultAttachment, ConfirmationAttachment>();
        services.AddSingleton<IResultAttachment, SettlementReportAttachment>();
        services.AddSingleton<TaskReconciliation>();
        services.AddSingleton<TaskRetry>();
        services.AddSingleton<TaskReconciler>();
        services.AddSingleton<ITaskReconciler>(provider => provider.GetRequiredService<TaskReconciler>());
        services.AddSingleton<ITaskReports, TaskReports>();
        services.AddSingleton<ITaskService, TaskService>();
        services.AddSingleton<IExportService, ExportService>();
    }

    private static void AddFunctions(IServiceCollection services)
    {
        AddFunction<RequestApproval>(services, RequestApproval.FunctionName);
        AddFunction<ExportPlanning>(services, ExportPlanning.FunctionName);
        AddFunction<ExportPageWriting>(services, ExportPageWriting.FunctionName);
        AddFunction<ExportAssembly>(services, ExportAssembly.FunctionName);
        AddFunction<ExportPartsDeletion>(services, ExportPartsDeletion.FunctionName);
    }

    private static void AddFunction<THandler>(IServiceCollection services, string name)
        where THandler : class, ITaskHandler
    {
        services.AddSingleton<THandler>();

        // Before what others have registered, so that a function of the user's under that name takes its place.
        services.Insert(0, ServiceDescriptor.Singleton(provider => new TaskHandlerRegistration(name, new DelegateTaskHandler(
            (invocation, cancellationToken) => provider.GetRequiredService<THandler>().InvokeAsync(invocation, cancellationToken)))));
    }

    /// <summary>Puts the reporting around the router that is registered.</summary>
    private static void ReportSteps(IServiceCollection services)
    {
        var inner = services.Last(service => service.ServiceType == typeof(ITaskRouter));
        services.Remove(inner);
        services.AddSingleton<ITaskRouter>(provider => new ReportingTaskRouter(
            (ITaskRouter)(inner.ImplementationInstance ?? inner.ImplementationFactory!(provider)),
            provider.GetRequiredService<ITaskReports>(),
            provider.GetRequiredService<ILogger<ReportingTaskRouter>>()));
    }
}
