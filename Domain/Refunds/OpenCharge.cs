using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Refunds;

/// <summary>A charge and what is left of it.</summary>
internal sealed record OpenCharge(string TransactionId, Money Left, string? AccountId, string? OrderId)
{
    /// <summary>The charged transactions among ledger entries, in the order they were first charged.</summary>
    public static IReadOnlyList<OpenCharge> Of(IReadOnlyList<LedgerEntry> entries) =>
    [
        .. from entry in entries
           group entry by entry.TransactionId into ofTransaction
           let charge = ofTransaction.FirstOrDefault(entry => entry.Kind == LedgerEntryKind.Charge)
           where charge is not null
           select new OpenCharge(charge.TransactionId, LedgerRules.Left([.. ofTransaction])!, charge.AccountId, charge.OrderId),
    ];
}
