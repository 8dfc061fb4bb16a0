using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TaskOrchestration.Functions.Durable.Activities;
using TaskOrchestration.Functions.Durable.MapRuns;
using TaskOrchestration.Functions.Executions.Watching;
using TaskOrchestration.Functions.Workers;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Steps;

namespace TaskOrchestration.Functions.Executions;

/// <summary>Registers the executions on Durable Functions.</summary>
public static class DurableExecutionServices
{
    /// <summary>
    /// Adds <see cref="IExecutionService"/>, <see cref="IActivityTasks"/> and <see cref="ExecutionSweeper"/>. Needs the driver, a catalog with its store, a task router,
    /// <see cref="IExecutionRecords"/>, a store of payloads, and activities with their queues.
    /// </summary>
    public static IServiceCollection AddDurableExecutions(this IServiceCollection services, DurableOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(options ?? new DurableOptions());
        services.TryAddSingleton(new AccountQuotas());
        services.TryAddSingleton<MapRunBells>();
        AddMapRuns(services);
        AddWorkers(services);
        return services
            .AddSingleton<RecordedExecutions>()
            .AddSingleton<RecordedFacts>()
            .AddSingleton<FactMemory>()
            .AddSingleton<ExecutionHandover>()
            .AddSingleton<OpenExecutions>()
            .AddSingleton<ExecutionStarts>()
            .AddSingleton<ExpressStarts>()
            .AddSingleton<ExecutionEnds>()
            .AddSingleton<ExecutionRedrives>()
            .AddSingleton<ExecutionCallbacks>()
            .AddSingleton(provider => new ExecutionSweeper(provider.GetRequiredService<ExecutionHandover>()))
            .AddSingleton<IPurge, ExecutionRetention>()
            .AddSingleton<IMapRunService, DurableMapRuns>()
            .AddSingleton<IFactSource, RecordFacts>()
            .AddSingleton<IExecutionService, DurableExecutions>();
    }

    private static void AddWorkers(IServiceCollection services)
    {
        services.TryAddSingleton<ActivityOptions>();
        services.TryAddSingleton<WorkerLines>();
        services.AddSingleton<ActivityCatalog>().AddSingleton<IActivityTasks, DurableActivityTasks>().AddSingleton<IPurge, WaitingTaskPurge>();
    }

    private static void AddMapRuns(IServiceCollection services) => services
        .AddSingleton<StandardChildren>()
        .AddSingleton<ExpressChildren>()
        .AddSingleton(provider => new MapRunRounds(
            provider.GetRequiredService<IMapRunStore>(),
            provider.GetRequiredService<MapRunAdvancing>(),
            provider.GetRequiredService<IExecutionRecords>(),
            provider.GetRequiredService<ParsedMachines>(),
            provider.GetRequiredService<StandardChildren>(),
            provider.GetRequiredService<ExpressChildren>(),
            provider.GetRequiredService<MapRunStopping>(),
            provider.GetRequiredService<ParentNotices>(),
            provider.GetRequiredService<DurableOptions>()));
}
