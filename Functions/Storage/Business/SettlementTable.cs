using System.Collections.Concurrent;
using Azure.Data.Tables;
using TaskOrchestration.Domain.Settlements;

namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>The rows of settlements: all in one partition, so that a page and the register change in one go.</summary>
internal sealed class SettlementTable(EntityTable table)
{
    private const string Partition = "settlements";
    private const int MostBytes = 2 * 1024 * 1024;
    private const int MostRemembered = 1000;

    /// <summary>A plan never changes.</summary>
    private readonly ConcurrentDictionary<string, SettlementPlan> remembered = new(StringComparer.Ordinal);

    public async ValueTask<SettlementPlan?> FindAsync(string settlementId, CancellationToken cancellationToken)
    {
        if (remembered.TryGetValue(settlementId, out var known))
        {
            return known;
        }

        var kept = await table.FindAsync(Partition, SettlementPlan.RowOf(settlementId), select: null, cancellationToken);
        if (kept is null)
        {
            return null;
        }

        if (remembered.Count >= MostRemembered)
        {
            remembered.Clear();
        }

        return remembered[settlementId] = SettlementPlan.Of(kept);
    }

    /// <summary>Keeps a plan, unless there is one already.</summary>
    /// <returns>The plan that is kept.</returns>
    public async ValueTask<Settlement> PlanAsync(Settlement settlement, IReadOnlyList<PendingEntry[]> pages, CancellationToken cancellationToken)
    {
        var plan = new SettlementPlan(settlement, Guid.NewGuid().ToString("N"));
        var rows = pages.Select((entries, index) => new SettlementPage(index + 1, entries))
            .SelectMany(page => page.Parts(Partition, plan).Prepend(page.ToEntity(Partition, plan)))
            .Append(plan.ToEntity(Partition));

        // The plan is the last row: nobody sees its pages before all of them are there.
        foreach (var batch in Batches(rows))
        {
            if (await table.TrySubmitAsync(batch, cancellationToken) is not null)
            {
                break;
            }
        }

        return (await FindAsync(settlement.SettlementId, cancellationToken))?.Settlement
            ?? throw new InvalidDataException($"Settlement '{settlement.SettlementId}' was neither planned nor there already.");
    }

    public async ValueTask<SettlementPage> PageAsync(SettlementPlan plan, int page, CancellationToken cancellationToken)
    {
        var reading = table.FindAsync(Partition, plan.PageRow(page), select: null, cancellationToken);
        var parts = await ReadAsync(plan.PartPrefix(page), "", cancellationToken);
        var row = await reading ?? throw new InvalidDataException($"Page {page} of settlement '{plan.Settlement.SettlementId}' is missing.");
        return SettlementPage.Of(page, row, parts);
    }

    public async ValueTask<SettlementRegister> RegisterAsync(CancellationToken cancellationToken) =>
        SettlementRegister.Of(await table.FindAsync(Partition, SettlementRegister.Row, select: null, cancellationToken));

    /// <summary>What has been settled lately and may still look as if it was pending, but for one settlement.</summary>
    public async ValueTask<TakenEntries> TakenAsync(SettlementRegister register, string? but, CancellationToken cancellationToken)
    {
        var places = new HashSet<EntryPlace>();
        var cleared = new List<string>();
        foreach (var settlementId in register.Open.Keys.Where(id => id != but))
        {
            var plan = await FindAsync(settlementId, cancellationToken);
            var left = plan is null ? [] : await ReadAsync(plan.PagePrefix, " and IsSettled eq true and Cleared eq false", cancellationToken);
            foreach (var row in left)
            {
                places.UnionWith((await PageAsync(plan!, (int)row.Integer("Number"), cancellationToken)).Settled.Select(settled => settled.Place));
            }

            if (left.Count == 0)
            {
                cleared.Add(settlementId);
            }
        }

        return new TakenEntries(places, cleared);
    }

    /// <summary>Settles a page if neither it nor the register is another than when it was read.</summary>
    public async ValueTask<SettlementPage?> TryCommitAsync(
        SettlementRegister register, SettlementPlan plan, SettlementPage page, TakenEntries taken, CancellationToken cancellationToken)
    {
        List<TableTransactionAction> actions =
        [
            register.Commit(Partition, plan.Settlement.SettlementId, taken.Cleared),
            new(TableTransactionActionType.UpdateReplace, page.ToEntity(Partition, plan), page.Version),
        ];
        return await table.TrySubmitAsync(actions, cancellationToken) is null ? page : null;
    }

    public async ValueTask MarkClearedAsync(SettlementPlan plan, SettlementPage page, CancellationToken cancellationToken) =>
        await table.PutAsync((page with { IsCleared = true }).ToEntity(Partition, plan), cancellationToken);

    private static IEnumerable<IReadOnlyList<TableTransactionAction>> Batches(IEnumerable<TableEntity> rows)
    {
        var batch = new List<TableTransactionAction>();
        var bytes = 0;
        foreach (var row in rows)
        {
            var size = row.Sum(property => property.Value is byte[] binary ? binary.Length * 4 / 3 : 2 * (property.Value as string)?.Length ?? 16) + 1024;
            if (batch.Count == EntityTable.MostActions || (batch.Count > 0 && bytes + size > MostBytes))
            {
                yield return batch;
                batch = [];
                bytes = 0;
            }

            batch.Add(new TableTransactionAction(TableTransactionActionType.Add, row));
            bytes += size;
        }

        yield return batch;
    }

    private async ValueTask<List<TableEntity>> ReadAsync(string prefix, string condition, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {prefix} and RowKey lt {KeyText.After(prefix)}") + condition;
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync(filter, select: null, cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }
}
