using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Transactions;

namespace TaskOrchestration.Domain.Tests.Contracts;

/// <summary>What every <see cref="ITransactionStore"/> must do.</summary>
public abstract class TransactionStoreContract : VersionedStoreContract<ITransactionStore, Transaction>
{
    /// <inheritdoc/>
    protected override ValueTask<Transaction?> FindAsync(ITransactionStore store, string id) => store.FindAsync(id);

    /// <inheritdoc/>
    protected override ValueTask<Transaction?> TrySaveAsync(ITransactionStore store, Transaction record) => store.TrySaveAsync(record);

    /// <inheritdoc/>
    protected override Transaction Full(string id) => Samples.FullTransaction(id);

    /// <inheritdoc/>
    protected override Transaction Bare(string id) => Samples.BareTransaction(id);

    /// <inheritdoc/>
    protected override Transaction AtVersion(Transaction record, long version) => record with { Version = version };

    /// <inheritdoc/>
    protected override DateTimeOffset BeganAt(Transaction record) => record.CreatedAt;
}
