using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace TaskOrchestration.Functions.Storage.MapRuns;

/// <summary>Stretches of rows within a partition.</summary>
internal static class MapRunRange
{
    private const int LargestPage = 1_000;

    private static readonly string[] KeysOnly = ["PartitionKey", "RowKey"];

    /// <summary>The rows between two keys, the second one excluded.</summary>
    public static string Between(string partition, string first, string end) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {end}");

    /// <summary>The first rows that a filter lets through, read in pages no larger than that.</summary>
    public static async IAsyncEnumerable<TableEntity> FirstAsync(
        this EntityTable table, string filter, int limit, string[]? columns = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? continuation = null;
        for (var left = limit; left > 0;)
        {
            var page = await table.PageAsync(filter, Math.Min(left, LargestPage), continuation, columns, cancellationToken);
            foreach (var row in page.Entities.Take(left))
            {
                yield return row;
            }

            left -= page.Entities.Count;
            if ((continuation = page.Continuation) is null)
            {
                break;
            }
        }
    }

    /// <summary>Deletes all rows of a partition whose keys begin so; those that go meanwhile are gone.</summary>
    public static async ValueTask DeleteAsync(this EntityTable table, string partition, string prefix, CancellationToken cancellationToken)
    {
        var rows = table.QueryAsync(Between(partition, prefix, KeyText.After(prefix)), KeysOnly, cancellationToken);
        await foreach (var some in rows.Chunk(EntityTable.MostActions).WithCancellation(cancellationToken))
        {
            var changes = new RowChanges();
            foreach (var row in some)
            {
                changes.Add(TableTransactionActionType.Delete, new TableEntity(partition, row.RowKey), isNeeded: false);
            }

            await changes.TryMakeAsync(table, cancellationToken);
        }
    }
}
