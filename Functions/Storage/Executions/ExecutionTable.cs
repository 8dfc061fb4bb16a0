using Azure.Data.Tables;
using TaskOrchestration.Functions.Executions;

namespace TaskOrchestration.Functions.Storage.Executions;

/// <summary>Reads of the table of executions.</summary>
internal static class ExecutionTable
{
    /// <summary>A row of an execution, or null.</summary>
    public static ValueTask<TableEntity?> FindAsync(this EntityTable table, ExecutionKeys keys, string rowKey, CancellationToken cancellationToken) =>
        table.FindAsync(keys.Partition, rowKey, select: null, cancellationToken);

    /// <summary>An execution's record, or null. One that is being purged is not there any more.</summary>
    public static async ValueTask<ExecutionRecord?> FindRecordAsync(this EntityTable table, ExecutionKeys keys, CancellationToken cancellationToken) =>
        await table.FindAsync(keys, keys.Record, cancellationToken) is { } row && !ExecutionPurge.IsMarked(row) ? RecordRow.Read(row) : null;

    /// <summary>The rows between two keys, the second one excluded, in order.</summary>
    public static IAsyncEnumerable<TableEntity> BetweenAsync(
        this EntityTable table, string partition, string first, string end, string[]? columns = null, CancellationToken cancellationToken = default) =>
        table.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {end}"), columns, cancellationToken);
}
