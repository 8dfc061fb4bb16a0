using Azure;
using Azure.Data.Tables;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>How many tasks have ended, by kind and status: kept numbers, and the changes that they do not contain yet.</summary>
/// <remarks>
/// A number that every change wrote would be where all changes meet. So a change is a row of its own, counting adds both up, and a sweep now and then has the
/// numbers contain the changes, in one transaction that takes the changes away.
/// </remarks>
internal sealed class TaskNumbers(EntityTable table, TaskPartitions partitions, IndexQueries queries)
{
    private const int ChangesAtOnce = 80;

    /// <summary>All numbers that are not zero, of each partition by itself, and the changes that are not in the table's own numbers yet.</summary>
    public async Task<(IReadOnlyList<TaskNumber> Numbers, IReadOnlyList<NumberChange> Changes)> ReadAsync(CancellationToken cancellationToken)
    {
        var read = await Task.WhenAll(partitions.All.Select(async partition =>
        {
            var (numbers, entities) = await ReadAsync(partition, cancellationToken);
            var changes = entities.ConvertAll(NumberChange.Read);
            var now = await Task.WhenAll(Cells.Select(async cell =>
            {
                var number = numbers.GetValueOrDefault(cell, TaskNumber.None(cell.Kind, cell.Status)).After(changes);
                return number.Tasks > 0 ? await KnownAsync(partition, number, cancellationToken) : number;
            }));
            return (Numbers: now.Where(number => number.Tasks > 0).ToList(), Changes: changes);
        }));
        return ([.. read.SelectMany(each => each.Numbers)], [.. read.SelectMany(each => each.Changes)]);
    }

    /// <summary>Has the numbers contain the changes.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        foreach (var partition in partitions.All)
        {
            while (await TrySettleAsync(partition, cancellationToken))
            {
            }
        }
    }

    private static IEnumerable<(TaskKind Kind, TrackedStatus Status)> Cells =>
        from kind in Enum.GetValues<TaskKind>()
        from status in Enum.GetValues<TrackedStatus>().Where(TaskTransitions.IsEnd)
        select (kind, status);

    private async Task<(Dictionary<(TaskKind Kind, TrackedStatus Status), TaskNumber> Numbers, List<TableEntity> Changes)> ReadAsync(
        string partition, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync(TaskIndex.InPartition(partition, IndexKeys.Numbers), cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }

        var changes = rows.FindAll(row => row.RowKey.StartsWith(IndexKeys.NumberChanges, StringComparison.Ordinal));
        var numbers = rows.Except(changes).Select(TaskNumber.Read).ToDictionary(number => (number.Kind, number.Status));
        return (numbers, changes);
    }

    /// <summary>The number with its oldest task looked up if it is not known.</summary>
    private async Task<TaskNumber> KnownAsync(string partition, TaskNumber number, CancellationToken cancellationToken) => number.IsOldestKnown
        ? number
        : number with { Oldest = await queries.OldestAsync(partition, number.Kind, number.Status, cancellationToken) ?? long.MaxValue, IsOldestKnown = true };

    /// <summary>Has the numbers contain some of the changes of a partition.</summary>
    /// <returns>Whether there was something to do, and it was done here.</returns>
    private async Task<bool> TrySettleAsync(string partition, CancellationToken cancellationToken)
    {
        var (numbers, entities) = await ReadAsync(partition, cancellationToken);
        var some = entities.Take(ChangesAtOnce).ToList();
        var changes = some.ConvertAll(NumberChange.Read);
        var actions = some.ConvertAll(
            entity => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, entity.RowKey), ETag.All));
        foreach (var cell in Cells)
        {
            var number = numbers.GetValueOrDefault(cell, TaskNumber.None(cell.Kind, cell.Status));
            if (await KnownAsync(partition, number.After(changes), cancellationToken) is var settled && settled != number)
            {
                actions.Add(settled.Writing(partition));
            }
        }

        return actions.Count > 0 && await table.TrySubmitAsync(actions, cancellationToken) is null;
    }
}
