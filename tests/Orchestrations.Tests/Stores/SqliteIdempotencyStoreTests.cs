using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Orchestrations.Stores;

namespace TaskOrchestration.Orchestrations.Tests.Stores;

public sealed class SqliteIdempotencyStoreTests : IdempotencyStoreContract, IDisposable
{
    private readonly TemporaryDatabases databases = new();

    public void Dispose() => databases.Dispose();

    protected override IIdempotencyStore CreateStore() => new SqliteIdempotencyStore(databases.Create());
}
