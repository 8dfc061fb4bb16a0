using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Transactions;

namespace TaskOrchestration.Domain.InMemory;

/// <summary>Transactions, for as long as the process lives.</summary>
public sealed class InMemoryTransactionStore : ITransactionStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Transaction> transactions = [];

    /// <inheritdoc/>
    public ValueTask<Transaction?> FindAsync(string transactionId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(transactions.GetValueOrDefault(transactionId));
        }
    }

    /// <inheritdoc/>
    public ValueTask<Transaction?> TrySaveAsync(Transaction transaction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var kept = transactions.GetValueOrDefault(transaction.TransactionId)?.Version ?? 0;
            return ValueTask.FromResult(kept == transaction.Version ? Saved(transaction) : null);
        }
    }

    private Transaction Saved(Transaction transaction) => transactions[transaction.TransactionId] = transaction with { Version = transaction.Version + 1 };
}
