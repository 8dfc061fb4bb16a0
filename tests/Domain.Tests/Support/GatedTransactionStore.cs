using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Transactions;

namespace TaskOrchestration.Domain.Tests.Support;

internal sealed class GatedTransactionStore(ITransactionStore inner, IGate gate) : ITransactionStore
{
    public async ValueTask<Transaction?> FindAsync(string transactionId, CancellationToken cancellationToken = default)
    {
        await gate.PassAsync();
        var found = await inner.FindAsync(transactionId, cancellationToken);
        await gate.PassAsync();
        return found;
    }

    public async ValueTask<Transaction?> TrySaveAsync(Transaction transaction, CancellationToken cancellationToken = default)
    {
        await gate.PassAsync();
        var saved = await inner.TrySaveAsync(transaction, cancellationToken);
        await gate.PassAsync();
        return saved;
    }
}
