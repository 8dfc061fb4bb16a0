using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;

namespace TaskOrchestration.Domain.Tests.InMemory;

public sealed class InMemoryLedgerTests : LedgerContract
{
    protected override ILedger CreateStore() => new InMemoryLedger();
}
