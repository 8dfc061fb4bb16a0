using TaskOrchestration.Orchestrations.Resources.Queues;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.Orchestrations.Tests.Stores;

namespace TaskOrchestration.Orchestrations.Tests.Resources.Queues;

public sealed class SqliteMessageStoreTests : MessageStoreContract, IDisposable
{
    private readonly TemporaryDatabases databases = new();

    public void Dispose() => databases.Dispose();

    protected override IMessageStore CreateStore() => new SqliteMessageStore(databases.Create(), Time);
}
