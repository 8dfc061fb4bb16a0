using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Functions.Storage.Business;

namespace TaskOrchestration.Functions.Tests.Storage.Business;

public sealed class TableLedgerTests : LedgerContract
{
    protected override ILedger CreateStore() => new TableLedger(EmulatedTables.Create(), TimeProvider.System);
}
