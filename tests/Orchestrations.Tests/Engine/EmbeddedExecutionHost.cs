using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tests.Executions;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

/// <summary>The executions of the embedded engine.</summary>
internal sealed class EmbeddedExecutionHost : ExecutionHost
{
    private EngineFixture? fixture;

    public override IExecutionService Executions => fixture!.Executions;

    public override StateMachineCatalog Catalog => fixture!.Engine.Catalog;

    public override IFactSource Facts => fixture!.Engine.FactSource;

    public override ManualTimeProvider Time => fixture!.Time;

    public override async Task OpenAsync(ITaskRouter router)
    {
        fixture = new EngineFixture(router);
        await fixture.OpenEngineAsync();
    }

    public override async Task AdvanceAsync(TimeSpan by, DateTimeOffset set)
    {
        await Time.WhenSetForAsync(set);
        Time.Advance(by);
    }

    public override ValueTask DisposeAsync() => fixture?.DisposeAsync() ?? ValueTask.CompletedTask;
}
