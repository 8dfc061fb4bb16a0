using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Orchestrations.Stores;

namespace TaskOrchestration.Orchestrations.Tests.Stores;

public sealed class SqliteLedgerTests : LedgerContract, IDisposable
{
    private readonly TemporaryDatabases databases = new();

    public void Dispose() => databases.Dispose();

    protected override ILedger CreateStore() => new SqliteLedger(databases.Create());
}
