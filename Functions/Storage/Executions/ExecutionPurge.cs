using Azure.Data.Tables;
using TaskOrchestration.Functions.Executions;

namespace TaskOrchestration.Functions.Storage.Executions;

/// <summary>Forgets executions that ended long ago: one range query a partition finds them, the oldest first.</summary>
/// <remarks>A record is marked first, under its version: from then on nobody finds it or can redrive it, and a crash on the way is made up for the next time.</remarks>
internal sealed class ExecutionPurge(EntityTable table, ExecutionIndex index)
{
    private const string Mark = "IsPurged";

    /// <summary>Whether a record's row is about to go.</summary>
    public static bool IsMarked(TableEntity row) => row.GetBoolean(Mark) is true;

    /// <summary>See <see cref="IExecutionRecords.PurgeAsync"/>.</summary>
    public async ValueTask<int> PurgeAsync(
        DateTimeOffset endedBefore, int limit, Func<ExecutionRecord, CancellationToken, ValueTask> forget, CancellationToken cancellationToken)
    {
        var forgotten = 0;
        for (var number = 0; number < ExecutionKeys.Partitions && forgotten < limit; number++)
        {
            var old = table.BetweenAsync(ExecutionKeys.PartitionOf(number), ExecutionKeys.StartOfEnded, ExecutionKeys.EndOfEnded(endedBefore), cancellationToken: cancellationToken);
            await foreach (var row in old)
            {
                if (await ForgetAsync(row, forget, cancellationToken) && ++forgotten == limit)
                {
                    break;
                }
            }
        }

        return forgotten;
    }

    private async ValueTask<bool> ForgetAsync(TableEntity ended, Func<ExecutionRecord, CancellationToken, ValueTask> forget, CancellationToken cancellationToken)
    {
        var keys = ExecutionKeys.Of(ended.GetString("Arn"));
        if (await table.FindAsync(keys, keys.Record, cancellationToken) is not { } row || RecordRow.Read(row) is not { StopDate: { } stopDate } record || keys.Ended(stopDate) != ended.RowKey)
        {
            await table.TryDeleteAsync(ended.PartitionKey, ended.RowKey, cancellationToken: cancellationToken);
            return false;
        }

        if (!IsMarked(row) && !await TryMarkAsync(row, cancellationToken))
        {
            return false;
        }

        await forget(record, cancellationToken);
        await index.HideAsync(record, cancellationToken);
        await DeleteAllButRecordAsync(keys, cancellationToken);
        var last = new RowChanges();
        last.Add(TableTransactionActionType.Delete, new TableEntity(keys.Partition, keys.Record));
        last.Add(TableTransactionActionType.Delete, ended, isNeeded: false);
        await last.TryMakeAsync(table, cancellationToken);
        return true;
    }

    private async ValueTask<bool> TryMarkAsync(TableEntity row, CancellationToken cancellationToken)
    {
        row[Mark] = true;
        return await table.TryReplaceAsync(row, row.ETag, cancellationToken) is not null;
    }

    private async ValueTask DeleteAllButRecordAsync(ExecutionKeys keys, CancellationToken cancellationToken)
    {
        foreach (var (first, end) in new[] { (keys.StartOfAll, keys.EndOfAll), (keys.StartOfOwnHandovers, keys.EndOfOwnHandovers), (keys.StartOfOwnStatusChanges, keys.EndOfOwnStatusChanges) })
        {
            var changes = new RowChanges();
            var isAny = false;
            await foreach (var row in table.BetweenAsync(keys.Partition, first, end, ["PartitionKey", "RowKey"], cancellationToken))
            {
                if (row.RowKey != keys.Record)
                {
                    changes.Add(TableTransactionActionType.Delete, new TableEntity(row.PartitionKey, row.RowKey), isNeeded: false);
                    isAny = true;
                }
            }

            if (isAny)
            {
                await changes.TryMakeAsync(table, cancellationToken);
            }
        }
    }
}
