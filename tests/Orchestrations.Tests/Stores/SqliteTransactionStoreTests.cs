using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Orchestrations.Stores;

namespace TaskOrchestration.Orchestrations.Tests.Stores;

public sealed class SqliteTransactionStoreTests : TransactionStoreContract, IDisposable
{
    private readonly TemporaryDatabases databases = new();

    public void Dispose() => databases.Dispose();

    protected override ITransactionStore CreateStore() => new SqliteTransactionStore(databases.Create());
}
