using TaskOrchestration.Orchestrations.MapRuns;

namespace TaskOrchestration.Orchestrations.Tests.MapRuns;

public sealed class MemoryMapRunStoreTests : MapRunStoreContract
{
    protected override IMapRunStore Store { get; } = new MemoryMapRunStore();
}
