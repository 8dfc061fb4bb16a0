using TaskOrchestration.Domain.Transactions;

namespace TaskOrchestration.Domain.Ports;

/// <summary>Where the records of purchases and refunds are kept.</summary>
public interface ITransactionStore
{
    /// <summary>The transaction as it was last saved; none if it never was. Ids are compared exactly.</summary>
    ValueTask<Transaction?> FindAsync(string transactionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Saves the transaction if nobody has saved it since it was read: the kept version must be <see cref="Transaction.Version"/>,
    /// 0 meaning that there is none. Once it returns, the change is durable.
    /// </summary>
    /// <returns>The transaction with its new version; none if somebody else was first, and then nothing is changed.</returns>
    ValueTask<Transaction?> TrySaveAsync(Transaction transaction, CancellationToken cancellationToken = default);
}
