using TaskOrchestration.Orchestrations.Resources.Tables;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.Orchestrations.Tests.Stores;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Resources.Tables;

public sealed class SqliteItemStoreTests : ItemStoreContract, IDisposable
{
    private readonly TemporaryDatabases databases = new();

    public void Dispose() => databases.Dispose();

    protected override IItemStore CreateStore() => new SqliteItemStore(databases.Create(), new ManualTimeProvider());
}
