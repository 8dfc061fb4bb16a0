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

    /// <summary>The store is looked at by the clock.</summary>
    protected override async Task PassAsync(Task told)
    {
        while (!told.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        await told;
    }
}
