using System.Globalization;
using Azure.Data.Tables;
using TaskOrchestration.Functions.Executions;

namespace TaskOrchestration.Functions.Storage.Executions;

/// <summary>Reads the record and the facts of an execution, all of them or what was written since an earlier look: one range query.</summary>
/// <remarks>
/// The service stamps every row when it is written, so a row that comes late, at an earlier place than others, is seen like any other. Stamps are those of the server that has the partition;
/// they may come a little out of order, so rows of the last moments before the earlier look are read once more.
/// </remarks>
internal sealed class ExecutionChanges(EntityTable table, TimeProvider time, TimeSpan disorder)
{
    /// <summary>See <see cref="IExecutionRecords.ReadChangesAsync"/>.</summary>
    public async ValueTask<RecordChanges> ReadAsync(string executionArn, string? since, CancellationToken cancellationToken)
    {
        var keys = ExecutionKeys.Of(executionArn);
        var begun = time.GetTimestamp();
        ExecutionRecord? record = null;
        List<FactRow> rows = [];
        var latest = DateTimeOffset.MinValue;
        var isForgotten = false;
        await foreach (var row in table.QueryAsync(Filter(keys, since), select: null, cancellationToken))
        {
            latest = row.Timestamp > latest ? row.Timestamp.Value : latest;
            if (row.RowKey != keys.Record)
            {
                rows.Add(FactsRow.Read(row));
            }
            else if (ExecutionPurge.IsMarked(row))
            {
                isForgotten = true;
            }
            else
            {
                record = RecordRow.Read(row);
            }
        }

        // What is written while pages are read may be missing on those that were read before.
        var seen = latest == DateTimeOffset.MinValue ? since : Text(latest - time.GetElapsedTime(begun));
        return new RecordChanges(record, rows, string.CompareOrdinal(seen, since) > 0 ? seen : since) { IsForgotten = isForgotten };
    }

    private string Filter(ExecutionKeys keys, string? since)
    {
        var all = TableClient.CreateQueryFilter($"PartitionKey eq {keys.Partition} and RowKey ge {keys.Record} and RowKey lt {keys.EndOfFacts}");
        return since is null ? all : all + TableClient.CreateQueryFilter($" and Timestamp ge {Moment(since) - disorder}");
    }

    private static string Text(DateTimeOffset moment) => moment.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => new(long.Parse(text, CultureInfo.InvariantCulture), TimeSpan.Zero);
}
