using TaskOrchestration.Orchestrations.Activities;

namespace TaskOrchestration.Orchestrations.Tests.Activities;

public sealed class MemoryActivityStoreTests : ActivityStoreContract
{
    protected override IActivityStore Store { get; } = new MemoryActivityStore();
}
