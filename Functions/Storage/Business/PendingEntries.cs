using Azure.Data.Tables;

namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>What is pending on a ledger.</summary>
internal sealed class PendingEntries(EntityTable ledger)
{
    private const string RowKey = "RowKey";

    /// <summary>All that is pending and was entered before a moment, in the order it was posted.</summary>
    public async ValueTask<IReadOnlyList<PendingEntry>> BeforeAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var ofShards = await Task.WhenAll(LedgerKeys.AllShards.Select(async shard => (await ReadAsync(shard, LedgerKeys.PendingPrefix, LedgerKeys.PendingBefore(moment), null, cancellationToken))
            .ConvertAll(row => PostedEntry.Of(row))));
        return
        [
            .. ofShards.SelectMany(entries => entries)
                .OrderBy(posted => posted.Posted)
                .ThenBy(posted => posted.Entry.Token, StringComparer.Ordinal)
                .Select(posted => new PendingEntry(posted.Entry, posted.Posted)),
        ];
    }

    /// <summary>How many are pending and were entered before a moment, without those that are taken.</summary>
    public async ValueTask<long> CountAsync(DateTimeOffset moment, TakenEntries taken, CancellationToken cancellationToken)
    {
        var counts = await Task.WhenAll(LedgerKeys.AllShards.Select(async shard =>
            (await ReadAsync(shard, LedgerKeys.PendingPrefix, LedgerKeys.PendingBefore(moment), [RowKey], cancellationToken))
            .LongCount(row => !taken.Contains(new EntryPlace(shard, row.RowKey)))));
        return counts.Sum();
    }

    /// <summary>Which of these are pending still.</summary>
    public async ValueTask<IReadOnlySet<EntryPlace>> StillAsync(IReadOnlyList<PendingEntry> entries, CancellationToken cancellationToken)
    {
        var still = await Task.WhenAll(ByShard(entries).Select(async shard => await StillAsync(shard.Key, shard.Rows, cancellationToken)));
        return still.SelectMany(places => places).ToHashSet();
    }

    /// <summary>Takes these from what is pending, as far as they are there.</summary>
    public async ValueTask RemoveAsync(IReadOnlyList<PendingEntry> entries, CancellationToken cancellationToken) =>
        await Task.WhenAll(ByShard(entries).Select(async shard => await RemoveAsync(shard.Key, shard.Rows, cancellationToken)));

    private static IEnumerable<(string Key, List<string> Rows)> ByShard(IEnumerable<PendingEntry> entries) => entries
        .Select(entry => entry.Place)
        .GroupBy(place => place.Shard)
        .Select(shard => (shard.Key, shard.Select(place => place.Row).Order(StringComparer.Ordinal).ToList()));

    private async ValueTask<List<EntryPlace>> StillAsync(string shard, List<string> rows, CancellationToken cancellationToken)
    {
        var wanted = rows.ToHashSet();
        var there = await ReadAsync(shard, rows[0], rows[^1] + '\0', [RowKey], cancellationToken);
        return [.. there.Where(row => wanted.Contains(row.RowKey)).Select(row => new EntryPlace(shard, row.RowKey))];
    }

    private async ValueTask RemoveAsync(string shard, List<string> rows, CancellationToken cancellationToken)
    {
        for (var attempts = 1; rows.Count > 0; attempts++)
        {
            var isAllGone = true;
            foreach (var chunk in rows.Chunk(EntityTable.MostActions))
            {
                var actions = chunk.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(shard, row))).ToList();
                isAllGone &= await ledger.TrySubmitAsync(actions, cancellationToken) is null;
            }

            if (isAllGone)
            {
                return;
            }

            // Somebody else is at it too, or was, and stopped in between.
            rows = [.. (await StillAsync(shard, rows, cancellationToken)).Select(place => place.Row)];
            if (rows.Count > 0)
            {
                await Contention.PauseAsync(attempts, "What is pending on the ledger", cancellationToken);
            }
        }
    }

    private async ValueTask<List<TableEntity>> ReadAsync(string shard, string from, string to, IEnumerable<string>? select, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {shard} and RowKey ge {from} and RowKey lt {to}");
        var rows = new List<TableEntity>();
        await foreach (var row in ledger.QueryAsync(filter, select, cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }
}
