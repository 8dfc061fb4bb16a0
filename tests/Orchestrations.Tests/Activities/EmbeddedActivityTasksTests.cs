using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Activities;

#pragma warning disable CA1001 // The suite's DisposeAsync is called after every test.
public sealed class EmbeddedActivityTasksTests : ActivityTasksContract
#pragma warning restore CA1001
{
    private readonly EngineFixture fixture = new(new TaskRouter(new TaskHandlers()));

    protected override IExecutionService Executions => fixture.Executions;

    protected override StateMachineCatalog Catalog => fixture.Engine.Catalog;

    protected override ActivityCatalog Activities => fixture.Engine.Activities;

    protected override IActivityTasks Tasks => fixture.Engine.ActivityTasks;

    protected override ManualTimeProvider Time => fixture.Time;

    public override async Task DisposeAsync() => await fixture.DisposeAsync();

    [Fact]
    public async Task Workers_that_wait_are_sent_away_when_the_engine_stops()
    {
        var waiting = Tasks.TakeAsync("arn:aws:states:us-east-1:123456789012:activity:work", "ada").AsTask();

        await fixture.Engine.StopAsync();

        Assert.Null(await waiting);
    }

    protected override Task OpenAsync() => fixture.OpenEngineAsync();

    protected override Task RestartAsync() => fixture.ReopenAsync();

    protected override Task AdvanceAsync(TimeSpan by)
    {
        Time.Advance(by);
        return Task.CompletedTask;
    }
}
