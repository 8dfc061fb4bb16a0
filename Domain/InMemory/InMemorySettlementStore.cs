using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Settlements;

namespace TaskOrchestration.Domain.InMemory;

/// <summary>Settlements over a ledger in memory, for as long as the process lives.</summary>
public sealed class InMemorySettlementStore(InMemoryLedger ledger) : ISettlementStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Settlement> settlements = [];
    private readonly Dictionary<PageReference, List<LedgerEntry>> pages = [];
    private readonly Dictionary<string, SettledEntry> settled = [];

    /// <inheritdoc/>
    public ValueTask<Settlement> PlanAsync(SettlementDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(settlements.TryGetValue(draft.SettlementId, out var planned) ? planned : Plan(draft));
        }
    }

    /// <inheritdoc/>
    public ValueTask<Settlement?> FindAsync(string settlementId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(settlements.GetValueOrDefault(settlementId));
        }
    }

    /// <inheritdoc/>
    public ValueTask SettleAsync(string settlementId, int page, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            foreach (var entry in pages.GetValueOrDefault(new PageReference(settlementId, page)) ?? [])
            {
                settled.TryAdd(entry.Token, new SettledEntry(entry, settlementId, page, entry.Amount!, at));
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SettledEntry>> EntriesAsync(string settlementId, int page, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<SettledEntry>>(
            [
                .. from entry in pages.GetValueOrDefault(new PageReference(settlementId, page)) ?? []
                   let found = settled.GetValueOrDefault(entry.Token)
                   where found?.SettlementId == settlementId
                   select found,
            ]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<long> CountPendingAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult((long)Pending(before).Count);
        }
    }

    private Settlement Plan(SettlementDraft draft)
    {
        var pending = Pending(draft.CutOff);
        var chunks = pending.Chunk(SettlementRules.PageSize(pending.Count, draft.FewestInPage)).ToList();
        foreach (var (index, chunk) in chunks.Index())
        {
            pages.Add(new PageReference(draft.SettlementId, index + 1), [.. chunk]);
        }

        return settlements[draft.SettlementId] = draft.With(chunks.Select(chunk => chunk.Length));
    }

    private List<LedgerEntry> Pending(DateTimeOffset before) =>
    [
        .. ledger.All().Where(entry =>
            entry.Kind is LedgerEntryKind.Charge or LedgerEntryKind.Refund && entry.At < before && !settled.ContainsKey(entry.Token)),
    ];
}
