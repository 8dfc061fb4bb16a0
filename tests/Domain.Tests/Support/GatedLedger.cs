using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Tests.Support;

internal sealed class GatedLedger(ILedger inner, IGate gate) : ILedger
{
    public ValueTask<LedgerEntry?> FindAsync(string token, CancellationToken cancellationToken = default) =>
        ThroughAsync(() => inner.FindAsync(token, cancellationToken));

    public ValueTask<IReadOnlyList<LedgerEntry>> OfTransactionAsync(string transactionId, CancellationToken cancellationToken = default) =>
        ThroughAsync(() => inner.OfTransactionAsync(transactionId, cancellationToken));

    public ValueTask<IReadOnlyList<LedgerEntry>> OfOrderAsync(string orderId, CancellationToken cancellationToken = default) =>
        ThroughAsync(() => inner.OfOrderAsync(orderId, cancellationToken));

    public ValueTask<LedgerEntry> PostAsync(LedgerEntry entry, CancellationToken cancellationToken = default) =>
        ThroughAsync(() => inner.PostAsync(entry, cancellationToken));

    private async ValueTask<T> ThroughAsync<T>(Func<ValueTask<T>> call)
    {
        await gate.PassAsync();
        var result = await call();
        await gate.PassAsync();
        return result;
    }
}
