using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Steps;

namespace TaskOrchestration.Domain.Transactions;

/// <summary>How the steps change a transaction's record.</summary>
internal static class TransactionRecords
{
    /// <summary>Changes a transaction that may have no record yet.</summary>
    public static ValueTask<Transaction> ChangeAsync(
        this ITransactionStore transactions,
        string transactionId,
        Func<Transaction?, ValueTask<Transaction>> change,
        CancellationToken cancellationToken) =>
        OptimisticChange.ChangeAsync(
            () => transactions.FindAsync(transactionId, cancellationToken),
            change,
            transaction => transactions.TrySaveAsync(transaction, cancellationToken));

    /// <summary>What is to be saved over a record that may not exist yet.</summary>
    public static Transaction Over(this Transaction draft, Transaction? current) => current is null
        ? draft
        : draft with { CreatedAt = current.CreatedAt, Failures = current.Failures + draft.Failures, Version = current.Version };
}
