using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tests.Executions;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Executions;

/// <summary>The executions on Durable Functions, whatever they are kept in.</summary>
internal sealed class DurableExecutionHost(Func<TimeProvider, IExecutionRecords> records) : ExecutionHost
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private DurableHost? host;

    public override IExecutionService Executions => host!.Executions;

    public override StateMachineCatalog Catalog => host!.Catalog;

    public override IFactSource Facts => host!.Facts;

    public override ManualTimeProvider Time { get; } = new();

    public override Task OpenAsync(ITaskRouter router)
    {
        host = new DurableHost(router, Time, records(Time));
        return Task.CompletedTask;
    }

    public override async Task AdvanceAsync(TimeSpan by, DateTimeOffset set)
    {
        Time.Advance(by);
        await host!.World.Hub.RunAsync();
    }

    /// <summary>The store is looked at by the clock, which must not run ahead of what goes on over real sockets: hours would pass within one request.</summary>
    public override async Task PassAsync(Task told)
    {
        var end = Time.GetUtcNow() + Patience;
        while (!told.IsCompleted)
        {
            Assert.True(Time.GetUtcNow() < end, $"expected it to be over within {Patience}");
            Time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Delay(TimeSpan.FromMilliseconds(1));
        }

        await told;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
