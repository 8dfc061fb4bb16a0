using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Courses;

#pragma warning disable CA1001 // The suite's DisposeAsync is called after every test.
public sealed class EmbeddedCourseTests : CourseContract
#pragma warning restore CA1001
{
    private EngineFixture? fixture;

    protected override IExecutionService Executions => fixture!.Executions;

    protected override StateMachineCatalog Catalog => fixture!.Engine.Catalog;

    protected override IFactSource Facts => fixture!.Engine.FactSource;

    protected override ManualTimeProvider Time => fixture!.Time;

    public override async Task DisposeAsync()
    {
        if (fixture is not null)
        {
            await fixture.DisposeAsync();
        }
    }

    protected override async Task OpenAsync(ITaskRouter router)
    {
        fixture = new EngineFixture(router);
        await fixture.OpenEngineAsync();
    }
}
