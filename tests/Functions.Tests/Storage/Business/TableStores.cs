using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Functions.Storage.Business;

namespace TaskOrchestration.Functions.Tests.Storage.Business;

/// <summary>The stores of the business, as one process has them.</summary>
internal sealed class TableStores(EntityTables tables)
{
    public TableOrderStore Orders { get; } = new(tables);

    public TableTransactionStore Transactions { get; } = new(tables);

    public TableAnswerStore Answers { get; } = new(tables);

    public TableLedger Ledger { get; } = new(tables, TimeProvider.System);

    public TableReservationStore Reservations { get; } = new(tables);

    public TableSettlementStore Settlements { get; } = new(tables);
}
