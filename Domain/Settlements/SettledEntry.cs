using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Settlements;

/// <summary>An entry of the ledger that is settled; none is ever settled twice.</summary>
/// <param name="Entry">The entry as it stands on the ledger: a charge or a refund.</param>
/// <param name="SettlementId">The settlement it is part of.</param>
/// <param name="Page">The page of that settlement.</param>
/// <param name="Amount">The amount it was settled for.</param>
/// <param name="SettledAt">When.</param>
public sealed record SettledEntry(LedgerEntry Entry, string SettlementId, int Page, Money Amount, DateTimeOffset SettledAt)
{
    /// <summary>The transaction that moved the money: for a refund its own, not the charge it pays back.</summary>
    public string TransactionId => Entry.RefundId ?? Entry.TransactionId;
}
