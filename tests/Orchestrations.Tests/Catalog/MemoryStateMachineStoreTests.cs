using TaskOrchestration.Orchestrations.Catalog;

namespace TaskOrchestration.Orchestrations.Tests.Catalog;

public sealed class MemoryStateMachineStoreTests : StateMachineStoreContract
{
    protected override IStateMachineStore Store { get; } = new MemoryStateMachineStore();
}
