using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TaskOrchestration.Functions.Durable.Activities;
using TaskOrchestration.Functions.Durable.MapRuns;
using TaskOrchestration.Functions.Executions.Watching;
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
    /// Adds <see cref="IExecutionService"/> and <see cref="ExecutionSweeper"/>. Needs the driver, a catalog with its store, a task router, <see cref="IExecutionRecords"/>
    /// and a store of payloads.
    /// </summary>
    public static IServiceCollection AddDurableExecutions(this IServiceCollection services, DurableOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(options ?? new DurableOptions());
        services.TryAddSingleton<MapRunBells>();
        AddMapRuns(services);
        return services
            .AddSingleton<RecordedExecutions>()
            .AddSingleton<RecordedFacts>()
            .AddSingleton<ExecutionHandover>()
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
