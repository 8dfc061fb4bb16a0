using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tests.Courses;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Executions;

/// <summary>Executions on Durable Functions are looked at and watched as those on the local host are, whatever they are kept in.</summary>
public abstract class DurableCourseContract : CourseContract
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private DurableHost? host;

    protected override IExecutionService Executions => host!.Executions;

    protected override StateMachineCatalog Catalog => host!.Catalog;

    protected override IFactSource Facts => host!.Facts;

    protected override ManualTimeProvider Time { get; } = new();

    public override Task DisposeAsync() => Task.CompletedTask;

    protected abstract IExecutionRecords NewRecords(TimeProvider time);

    protected override Task OpenAsync(ITaskRouter router)
    {
        host = new DurableHost(router, Time, NewRecords(Time));
        return Task.CompletedTask;
    }

    /// <summary>The store is looked at by the clock, which must not run ahead of what goes on over real sockets: hours would pass within one request.</summary>
    protected override async Task PassAsync(Task told)
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
}
