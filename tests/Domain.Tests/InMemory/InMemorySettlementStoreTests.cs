using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;

namespace TaskOrchestration.Domain.Tests.InMemory;

public sealed class InMemorySettlementStoreTests : SettlementStoreContract
{
    protected override (ILedger Ledger, ISettlementStore Settlements) CreateStores()
    {
        var ledger = new InMemoryLedger();
        return (ledger, new InMemorySettlementStore(ledger));
    }
}
