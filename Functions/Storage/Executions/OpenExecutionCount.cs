using Azure.Data.Tables;

namespace TaskOrchestration.Functions.Storage.Executions;

/// <summary>How many executions are open. A number that every start and every end changed would be where all of them meet; so each leaves a row while it is open, and these are counted.</summary>
internal sealed class OpenExecutionCount(EntityTable table)
{
    private const string Partition = "open";
    private const string Row = "count";
    private const string Number = "Number";

    /// <summary>Counts them and takes the number down.</summary>
    public async ValueTask<long> CountAsync(CancellationToken cancellationToken)
    {
        var count = 0L;
        for (var number = 0; number < ExecutionKeys.Partitions; number++)
        {
            var open = table.BetweenAsync(
                ExecutionKeys.PartitionOf(number), ExecutionKeys.StartOfOpen, ExecutionKeys.EndOfOpen, ["PartitionKey", "RowKey"], cancellationToken);
            await foreach (var _ in open)
            {
                count++;
            }
        }

        await table.PutAsync(new TableEntity(Partition, Row) { [Number] = count }, cancellationToken);
        return count;
    }

    /// <summary>The number as it was last taken down.</summary>
    public async ValueTask<long> AsLastCountedAsync(CancellationToken cancellationToken) =>
        (await table.FindAsync(Partition, Row, select: null, cancellationToken))?.GetInt64(Number) ?? 0;
}
