using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Transactions;

namespace TaskOrchestration.Domain.Settlements;

/// <summary>Writes on the record of each transaction that it is settled.</summary>
internal static class SettlementMarks
{
    /// <summary>Marks the transactions of these entries; those that are marked already stay as they are.</summary>
    /// <remarks>All at once, so that a store that commits in groups waits for the disk a few times and not once for each.</remarks>
    public static async ValueTask SetAsync(
        ITransactionStore transactions, IReadOnlyList<SettledEntry> entries, CancellationToken cancellationToken) =>
        await Task.WhenAll(entries.Select(entry => SetAsync(transactions, entry, cancellationToken)));

    private static async Task SetAsync(ITransactionStore transactions, SettledEntry entry, CancellationToken cancellationToken)
    {
        var record = await transactions.FindAsync(entry.TransactionId, cancellationToken);
        if (record is null || !IsToBeMarked(record, entry))
        {
            return;
        }

        await transactions.ChangeAsync(
            entry.TransactionId,
            current => ValueTask.FromResult(IsToBeMarked(current!, entry)
                ? current! with { SettlementId = entry.SettlementId, SettledAt = entry.SettledAt }
                : current!),
            cancellationToken);
    }

    /// <summary>Whether this entry is what completed the transaction: a charge that failed and was paid back is on the ledger too.</summary>
    private static bool IsToBeMarked(Transaction transaction, SettledEntry settled) =>
        transaction is { Status: TransactionStatus.Completed, SettlementId: null }
        && settled.Entry.Token == (settled.Entry.Kind == LedgerEntryKind.Refund
            ? TransactionTokens.Refund(transaction.TransactionId, transaction)
            : TransactionTokens.Charge(transaction.TransactionId, transaction));
}
