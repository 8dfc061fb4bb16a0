using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Functions.Storage.Business;

namespace TaskOrchestration.Functions.Tests.Storage.Business;

public sealed class TableReservationStoreTests : ReservationStoreContract
{
    protected override IReservationStore CreateStore() => new TableReservationStore(EmulatedTables.Create());
}
