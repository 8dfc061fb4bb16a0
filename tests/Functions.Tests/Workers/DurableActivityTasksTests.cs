using TaskOrchestration.Functions.Tests.Executions;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tests.Activities;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Durable;

namespace TaskOrchestration.Functions.Tests.Workers;

public sealed class DurableActivityTasksTests : ActivityTasksContract
{
    private DurableHost host = null!;
    private IActivityTasks? others;

    protected override IExecutionService Executions => host.Executions;

    protected override StateMachineCatalog Catalog => host.Catalog;

    protected override ActivityCatalog Activities => host.Activities;

    protected override IActivityTasks Tasks => others ?? host.ActivityTasks;

    protected override ManualTimeProvider Time { get; } = new();

    public override Task DisposeAsync() => Task.CompletedTask;

    protected override Task OpenAsync()
    {
        host = new DurableHost(new TaskRouter(new TaskHandlers()), Time, new InMemoryExecutionRecords(Time));
        return Task.CompletedTask;
    }

    /// <summary>Another instance of the app, which knows what is on record and nothing else.</summary>
    protected override Task RestartAsync()
    {
        others = host.OnAnotherInstance();
        return Task.CompletedTask;
    }

    protected override async Task<T> AwaitAsync<T>(Task<T> task)
    {
        await host.World.Hub.RunAsync();
        while (!task.IsCompleted)
        {
            // No faster than what is woken can follow: a worker would have waited its minute before it was told what there is.
            await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(1)));
            Time.Advance(TimeSpan.FromMilliseconds(1));
            await host.World.Hub.RunAsync();
        }

        return await task;
    }

    protected override async Task AdvanceAsync(TimeSpan by)
    {
        Time.Advance(by);
        await host.World.Hub.RunAsync();
    }
}
