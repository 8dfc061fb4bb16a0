using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;

namespace TaskOrchestration.Domain.Tests.InMemory;

public sealed class InMemoryReservationStoreTests : ReservationStoreContract
{
    protected override IReservationStore CreateStore() => new InMemoryReservationStore();
}
