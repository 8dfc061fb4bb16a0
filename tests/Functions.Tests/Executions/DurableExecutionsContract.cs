using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tests.Executions;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Executions;

/// <summary>The executions on Durable Functions answer as those on the local host do, whatever they are kept in.</summary>
public abstract class DurableExecutionsContract : ExecutionServiceContract
{
    private DurableHost? host;

    protected override IExecutionService Executions => host!.Executions;

    protected override StateMachineCatalog Catalog => host!.Catalog;

    protected override ManualTimeProvider Time { get; } = new();

    public override Task DisposeAsync() => Task.CompletedTask;

    protected abstract IExecutionRecords NewRecords(TimeProvider time);

    protected override Task OpenAsync(ITaskRouter router)
    {
        host = new DurableHost(router, Time, NewRecords(Time));
        return Task.CompletedTask;
    }

    protected override async Task AdvanceAsync(TimeSpan by, DateTimeOffset set)
    {
        Time.Advance(by);
        await host!.World.Hub.RunAsync();
    }

    protected override async Task<ExecutionDescription> EndOfAsync(Task<ExecutionDescription> ending)
    {
        while (!ending.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        return await ending;
    }
}
