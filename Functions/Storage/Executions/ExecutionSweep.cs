using Azure.Data.Tables;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Storage.Executions;

/// <summary>Looks through what was taken down and perhaps not handed over: one range query a partition.</summary>
internal sealed class ExecutionSweep(EntityTable table, ExecutionIndex index)
{
    private const int MostAtOnce = 1_000;

    /// <summary>See <see cref="IExecutionRecords.RepairAsync"/>.</summary>
    public async ValueTask<IReadOnlyList<UnfinishedHandover>> RepairAsync(DateTimeOffset before, string? executionArn, CancellationToken cancellationToken)
    {
        List<UnfinishedHandover> unfinished = [];
        await foreach (var row in RowsAsync(executionArn, before, cancellationToken))
        {
            if (await LookAfterAsync(row, cancellationToken) is { } found)
            {
                unfinished.Add(found);
            }

            if (unfinished.Count == MostAtOnce)
            {
                break;
            }
        }

        return unfinished;
    }

    private async IAsyncEnumerable<TableEntity> RowsAsync(
        string? executionArn, DateTimeOffset before, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ranges = executionArn is null
            ? Enumerable.Range(0, ExecutionKeys.Partitions).Select(number => (ExecutionKeys.PartitionOf(number), ExecutionKeys.StartOfHandovers, ExecutionKeys.EndOfHandovers))
            : [OwnRange(ExecutionKeys.Of(executionArn))];
        foreach (var (partition, first, end) in ranges)
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {end} and At lt {before}");
            await foreach (var row in table.QueryAsync(filter, select: null, cancellationToken))
            {
                yield return row;
            }
        }
    }

    private async ValueTask<UnfinishedHandover?> LookAfterAsync(TableEntity row, CancellationToken cancellationToken)
    {
        var keys = ExecutionKeys.Of(HandoverRow.ExecutionArn(row));
        var record = await table.FindRecordAsync(keys, cancellationToken);
        if (record is null || record.Status != ExecutionStatus.Running || record.RedriveCount != HandoverRow.RedriveCount(row))
        {
            await table.TryDeleteAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
            return null;
        }

        return HandoverRow.Task(row) is { } task
            ? await FindAnswerAsync(keys, record, task, row, cancellationToken)
            : await ShowAsync(keys, record, HandoverRow.WasShownAs(row), cancellationToken);
    }

    private async ValueTask<UnfinishedHandover?> FindAnswerAsync(ExecutionKeys keys, ExecutionRecord record, long task, TableEntity row, CancellationToken cancellationToken)
    {
        var token = await table.FindAsync(keys, keys.Token(task), cancellationToken);
        if (token is not null && TokenRow.Answer(token) is { } answer)
        {
            return new UnfinishedHandover(record, answer);
        }

        await table.TryDeleteAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
        return null;
    }

    /// <summary>Nobody has handed it over, so perhaps nobody has brought the index into line either; and it may end while that is made up for.</summary>
    private async ValueTask<UnfinishedHandover?> ShowAsync(ExecutionKeys keys, ExecutionRecord record, ExecutionStatus? wasShownAs, CancellationToken cancellationToken)
    {
        await index.ShowAsync(record, cancellationToken);
        if (wasShownAs is { } status)
        {
            await index.HideAsync(record with { Status = status, RedriveCount = record.RedriveCount - 1 }, cancellationToken);
        }

        var now = await table.FindRecordAsync(keys, cancellationToken);
        if (now is null || now.Status != ExecutionStatus.Running || now.RedriveCount != record.RedriveCount)
        {
            await index.HideAsync(record, cancellationToken);
            return null;
        }

        return new UnfinishedHandover(record, Answer: null);
    }

    private static (string Partition, string First, string End) OwnRange(ExecutionKeys keys) => (keys.Partition, keys.StartOfOwnHandovers, keys.EndOfOwnHandovers);
}
