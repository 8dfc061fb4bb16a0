using TaskOrchestration.Orchestrations.Resources.Tables;

namespace TaskOrchestration.Orchestrations.Tests.Resources.Tables;

public sealed class InMemoryItemStoreTests : ItemStoreContract
{
    protected override IItemStore CreateStore() => new InMemoryItemStore();
}
