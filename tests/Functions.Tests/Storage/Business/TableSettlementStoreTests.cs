using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Functions.Storage.Business;

namespace TaskOrchestration.Functions.Tests.Storage.Business;

public sealed class TableSettlementStoreTests : SettlementStoreContract
{
    protected override (ILedger Ledger, ISettlementStore Settlements) CreateStores()
    {
        var tables = EmulatedTables.Create();
        return (new TableLedger(tables, TimeProvider.System), new TableSettlementStore(tables));
    }
}
