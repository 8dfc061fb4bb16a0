using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Settlements;

namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>Settlements in a table, over a ledger in another.</summary>
/// <remarks>
/// What is pending lies beside the entries of the ledger, in several partitions; all settlements and their pages lie in one. A page is settled by one transaction of storage
/// on that one: it marks the page and counts up on the row that all settlements share, so that two which are after the same entries notice each other. What the page settled
/// is then taken from what is pending; whoever stops before that leaves a page behind that says which entries those are.
/// </remarks>
public sealed class TableSettlementStore(EntityTables tables) : ISettlementStore
{
    private readonly SettlementTable settlements = new(tables[TableNames.Settlements]);
    private readonly PendingEntries pending = new(tables[TableNames.Ledger]);

    /// <inheritdoc/>
    public async ValueTask<Settlement> PlanAsync(SettlementDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (await settlements.FindAsync(draft.SettlementId, cancellationToken) is { } planned)
        {
            return planned.Settlement;
        }

        var taken = await settlements.TakenAsync(await settlements.RegisterAsync(cancellationToken), but: null, cancellationToken);
        var entries = (await pending.BeforeAsync(draft.CutOff, cancellationToken)).Where(entry => !taken.Contains(entry.Place)).ToList();
        var pages = entries.Chunk(SettlementRules.PageSize(entries.Count, draft.FewestInPage)).ToList();
        return await settlements.PlanAsync(draft.With(pages.Select(page => page.Length)), pages, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<Settlement?> FindAsync(string settlementId, CancellationToken cancellationToken = default) =>
        (await settlements.FindAsync(settlementId, cancellationToken))?.Settlement;

    /// <inheritdoc/>
    public async ValueTask SettleAsync(string settlementId, int page, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        if (await settlements.FindAsync(settlementId, cancellationToken) is not { } plan || page < 1 || page > plan.Settlement.Pages.Count)
        {
            return;
        }

        var reading = await settlements.PageAsync(plan, page, cancellationToken);
        for (var attempts = 1; !reading.IsSettled; attempts++)
        {
            reading = await TrySettleAsync(plan, reading, at, cancellationToken) ?? await settlements.PageAsync(plan, page, cancellationToken);
            if (!reading.IsSettled)
            {
                await Contention.PauseAsync(attempts, $"Page {page} of settlement '{settlementId}'", cancellationToken);
            }
        }

        if (!reading.IsCleared)
        {
            await pending.RemoveAsync(reading.Settled, cancellationToken);
            await settlements.MarkClearedAsync(plan, reading, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SettledEntry>> EntriesAsync(string settlementId, int page, CancellationToken cancellationToken = default)
    {
        if (await settlements.FindAsync(settlementId, cancellationToken) is not { } plan || page < 1 || page > plan.Settlement.Pages.Count)
        {
            return [];
        }

        var reading = await settlements.PageAsync(plan, page, cancellationToken);
        return reading.SettledAt is { } at
            ? [.. reading.Settled.Select(settled => new SettledEntry(settled.Entry, settlementId, page, settled.Entry.Amount!, at))]
            : [];
    }

    /// <inheritdoc/>
    public async ValueTask<long> CountPendingAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        var taken = await settlements.TakenAsync(await settlements.RegisterAsync(cancellationToken), but: null, cancellationToken);
        return await pending.CountAsync(before, taken, cancellationToken);
    }

    /// <summary>Settles what is still pending of a page.</summary>
    /// <returns>The page as it is then; none if somebody else changed it or settled the same entries meanwhile.</returns>
    private async ValueTask<SettlementPage?> TrySettleAsync(SettlementPlan plan, SettlementPage page, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var read = await settlements.RegisterAsync(cancellationToken);
        var register = read;
        var taken = await settlements.TakenAsync(read, plan.Settlement.SettlementId, cancellationToken);
        var left = (await pending.StillAsync(page.Entries, cancellationToken)).Where(place => !taken.Contains(place)).ToHashSet();
        var settled = page.AsSettled(left, at);
        for (var attempts = 1; register.HasNothingNewOfOthers(read, plan.Settlement.SettlementId); attempts++)
        {
            // Pages of the same settlement share no entries: what they changed does not concern this one.
            if (await settlements.TryCommitAsync(register, plan, settled, taken, cancellationToken) is { } committed)
            {
                return committed;
            }

            if ((await settlements.PageAsync(plan, page.Number, cancellationToken)).IsSettled)
            {
                return null;
            }

            await Contention.PauseAsync(attempts, $"Page {page.Number} of settlement '{plan.Settlement.SettlementId}'", cancellationToken);
            register = await settlements.RegisterAsync(cancellationToken);
        }

        return null;
    }
}
