using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.InMemory;

/// <summary>A ledger, for as long as the process lives.</summary>
public sealed class InMemoryLedger : ILedger
{
    private readonly Lock gate = new();
    private readonly List<LedgerEntry> entries = [];
    private readonly Dictionary<string, LedgerEntry> byToken = [];
    private readonly Dictionary<string, List<LedgerEntry>> byTransaction = [];
    private readonly Dictionary<string, List<LedgerEntry>> byOrder = [];

    /// <inheritdoc/>
    public ValueTask<LedgerEntry?> FindAsync(string token, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(byToken.GetValueOrDefault(token));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LedgerEntry>> OfTransactionAsync(string transactionId, CancellationToken cancellationToken = default) =>
        CopyOfAsync(byTransaction, transactionId, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LedgerEntry>> OfOrderAsync(string orderId, CancellationToken cancellationToken = default) =>
        CopyOfAsync(byOrder, orderId, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<LedgerEntry> PostAsync(LedgerEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (byToken.TryGetValue(entry.Token, out var standing))
            {
                return ValueTask.FromResult(standing);
            }

            LedgerRules.Check(byTransaction.GetValueOrDefault(entry.TransactionId) ?? [], entry);
            Add(entry);
            return ValueTask.FromResult(entry);
        }
    }

    /// <summary>Every entry, in the order they were posted.</summary>
    public IReadOnlyList<LedgerEntry> All()
    {
        lock (gate)
        {
            return [.. entries];
        }
    }

    private ValueTask<IReadOnlyList<LedgerEntry>> CopyOfAsync(
        Dictionary<string, List<LedgerEntry>> index, string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<LedgerEntry>>(index.TryGetValue(key, out var found) ? [.. found] : []);
        }
    }

    private void Add(LedgerEntry entry)
    {
        entries.Add(entry);
        byToken.Add(entry.Token, entry);
        AddTo(byTransaction, entry.TransactionId, entry);
        if (entry.OrderId is { } orderId)
        {
            AddTo(byOrder, orderId, entry);
        }
    }

    private static void AddTo(Dictionary<string, List<LedgerEntry>> index, string key, LedgerEntry entry)
    {
        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = [];
        }

        list.Add(entry);
    }
}
