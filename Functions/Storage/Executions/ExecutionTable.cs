using Azure;
using Azure.Data.Tables;
using TaskOrchestration.Functions.Executions;

namespace TaskOrchestration.Functions.Storage.Executions;

/// <summary>Reads of the table of executions.</summary>
internal static class ExecutionTable
{
    /// <summary>A row, or null.</summary>
    public static async ValueTask<TableEntity?> FindRowAsync(this TableClient table, ExecutionKeys keys, string rowKey, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(keys.Partition, rowKey, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>An execution's record, or null. One that is being purged is not there any more.</summary>
    public static async ValueTask<ExecutionRecord?> FindRecordAsync(this TableClient table, ExecutionKeys keys, CancellationToken cancellationToken) =>
        await table.FindRowAsync(keys, keys.Record, cancellationToken) is { } row && !ExecutionPurge.IsMarked(row) ? RecordRow.Read(row) : null;

    /// <summary>The rows between two keys, the second one excluded, in order.</summary>
    public static AsyncPageable<TableEntity> Between(
        this TableClient table, string partition, string first, string end, string[]? columns = null, CancellationToken cancellationToken = default) =>
        table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {end}"), select: columns!, cancellationToken: cancellationToken);

    /// <summary>Deletes a row; one that is not there is no error.</summary>
    public static async ValueTask DeleteIfThereAsync(this TableClient table, string partition, string rowKey, CancellationToken cancellationToken)
    {
        try
        {
            await table.DeleteEntityAsync(partition, rowKey, ETag.All, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // It is gone already.
        }
    }
}
