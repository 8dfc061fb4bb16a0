using TaskOrchestration.Functions.Tests.Executions;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tests.Activities;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Durable;

namespace TaskOrchestration.Functions.Tests.Workers;

/// <summary>The activities on Durable Functions.</summary>
internal sealed class DurableActivityHost : ActivityHost
{
    private readonly DurableHost host;
    private IActivityTasks? others;

    public DurableActivityHost() => host = new DurableHost(new TaskRouter(new TaskHandlers()), Time, new InMemoryExecutionRecords(Time));

    public override IExecutionService Executions => host.Executions;

    public override StateMachineCatalog Catalog => host.Catalog;

    public override ActivityCatalog Activities => host.Activities;

    public override IActivityTasks Tasks => others ?? host.ActivityTasks;

    public override ManualTimeProvider Time { get; } = new();

    public override Task OpenAsync() => Task.CompletedTask;

    /// <summary>Another instance of the app, which knows what is on record and nothing else.</summary>
    public override Task RestartAsync()
    {
        others = host.OnAnotherInstance();
        return Task.CompletedTask;
    }

    public override async Task AdvanceAsync(TimeSpan by)
    {
        Time.Advance(by);
        await host.World.Hub.RunAsync();
    }

    public override async Task<T> AwaitAsync<T>(Task<T> task)
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

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
