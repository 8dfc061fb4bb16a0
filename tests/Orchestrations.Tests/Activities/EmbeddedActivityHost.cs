using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Activities;

/// <summary>The activities of the embedded engine.</summary>
internal sealed class EmbeddedActivityHost : ActivityHost
{
    private readonly EngineFixture fixture = new(new TaskRouter(new TaskHandlers()));

    public override IExecutionService Executions => fixture.Executions;

    public override StateMachineCatalog Catalog => fixture.Engine.Catalog;

    public override ActivityCatalog Activities => fixture.Engine.Activities;

    public override IActivityTasks Tasks => fixture.Engine.ActivityTasks;

    public override ManualTimeProvider Time => fixture.Time;

    public override Task OpenAsync() => fixture.OpenEngineAsync();

    public override Task RestartAsync() => fixture.ReopenAsync();

    public override Task AdvanceAsync(TimeSpan by)
    {
        Time.Advance(by);
        return Task.CompletedTask;
    }

    public Task StopAsync() => fixture.Engine.StopAsync();

    public override ValueTask DisposeAsync() => fixture.DisposeAsync();
}
