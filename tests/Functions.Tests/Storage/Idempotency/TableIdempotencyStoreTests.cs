using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Functions.Storage.Idempotency;

namespace TaskOrchestration.Functions.Tests.Storage.Idempotency;

public sealed class TableIdempotencyStoreTests : IdempotencyStoreContract
{
    protected override IIdempotencyStore CreateStore() => new TableIdempotencyStore(EmulatedTables.Create());
}
