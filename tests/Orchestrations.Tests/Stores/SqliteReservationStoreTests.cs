using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Orchestrations.Stores;

namespace TaskOrchestration.Orchestrations.Tests.Stores;

public sealed class SqliteReservationStoreTests : ReservationStoreContract, IDisposable
{
    private readonly TemporaryDatabases databases = new();

    public void Dispose() => databases.Dispose();

    protected override IReservationStore CreateStore() => new SqliteReservationStore(databases.Create());
}
