using Azure;
using Azure.Data.Tables;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>The rows by which lists find tasks. All rows of a task are in one partition, so each step from one version to the next is one transaction.</summary>
/// <remarks>
/// The step begins by deleting the entry of the version before, which nobody can do twice, so of two writers one goes on, and one that comes late goes
/// nowhere. A task is entered for the first time once only, for a row says so and stays until its deletion is long past.
/// </remarks>
internal sealed class TaskIndex(EntityTable table, TaskPartitions partitions, TaskTable tasks, TimeProvider time)
{
    private const string AtColumn = "At";
    private const int Attempts = 100;

    /// <summary>Brings a task into line with a change, which nobody but the change's maker need have done.</summary>
    public async Task FollowAsync(MadeChange change, CancellationToken cancellationToken)
    {
        if (!await TryStepAsync(change.Before, change.After, cancellationToken))
        {
            await RepairAsync(change.TaskId, change.Generation, cancellationToken);
        }
    }

    /// <summary>Brings a task into line with the task that is kept, whatever the index says about it.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="generation">Which of the tasks of this id was changed: if it is not the one that is kept, it is deleted, and is not to be entered any more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RepairAsync(string taskId, string generation, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // In this order: the task is then at least as new as the entries, and a step from what the entries say leads forwards.
            var entries = await EntriesAsync(taskId, cancellationToken);
            var wanted = (await tasks.FindAsync(taskId, cancellationToken))?.Indexed;
            var isInLine = true;
            foreach (var entry in entries.Where(entry => entry.Generation != wanted?.Generation))
            {
                isInLine &= await TryStepAsync(entry, null, cancellationToken);
            }

            var entered = entries.FirstOrDefault(entry => entry.Generation == wanted?.Generation);
            if (wanted is not null && entered?.Version != wanted.Version)
            {
                isInLine &= await TryStepAsync(entered, wanted, cancellationToken);
            }

            if (isInLine && (generation == wanted?.Generation || await IsDeletedAsync(taskId, generation, cancellationToken)))
            {
                return;
            }
        }

        throw new InvalidOperationException($"Task '{taskId}' was indexed by others {Attempts} times while it was to be indexed.");
    }

    /// <summary>Forgets what is remembered of tasks that were deleted before a moment.</summary>
    public async Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        foreach (var partition in partitions.All)
        {
            var filter = $"{InPartition(partition, IndexKeys.Deleted)} and {TableClient.CreateQueryFilter($"At lt {before}")}";
            string? continuation = null;
            do
            {
                var page = await table.PageAsync(filter, size: null, continuation, cancellationToken: cancellationToken);
                foreach (var some in page.Entities.Chunk(EntityTable.MostActions / 2))
                {
                    await ForgetAsync(some, cancellationToken);
                }

                continuation = page.Continuation;
            }
            while (continuation is not null);
        }
    }

    /// <summary>The part of a filter that asks for all rows of a partition whose keys begin so.</summary>
    public static string InPartition(string partition, string prefix) => TableClient.CreateQueryFilter(
        $"PartitionKey eq {partition} and RowKey ge {prefix + OrderedText.Separator} and RowKey lt {prefix + OrderedText.BehindSeparator}");

    private Task<bool> TryStepAsync(IndexedTask? from, IndexedTask? to, CancellationToken cancellationToken) =>
        TrySubmitAsync(Actions(from, to, partitions.Of((from ?? to)!.TaskId)), cancellationToken);

    /// <summary>Makes sure that a deleted task is known for deleted, whether or not it was ever entered: whoever would enter it still is refused then.</summary>
    private async Task<bool> IsDeletedAsync(string taskId, string generation, CancellationToken cancellationToken)
    {
        var partition = partitions.Of(taskId);
        var deleted = IndexKeys.DeletedAs(taskId, generation);
        return await table.FindAsync(partition, deleted, [AtColumn], cancellationToken) is not null
            || await TrySubmitAsync([Born(taskId, generation, partition), Deleted(taskId, generation, partition)], cancellationToken);
    }

    private async Task<bool> TrySubmitAsync(List<TableTransactionAction> actions, CancellationToken cancellationToken) =>
        await table.TrySubmitAsync(actions, cancellationToken) is null;

    private List<TableTransactionAction> Actions(IndexedTask? from, IndexedTask? to, string partition)
    {
        var actions = new List<TableTransactionAction>
        {
            from is null
                ? Born(to!.TaskId, to.Generation, partition)
                : new(TableTransactionActionType.Delete, new TableEntity(partition, from.Entry.Key), ETag.All),
            to is null
                ? Deleted(from!.TaskId, from.Generation, partition)
                : new(TableTransactionActionType.Add, to.Entry.ToEntity(partition)),
        };
        if (NumberChange.Of(from, to) is { } change)
        {
            actions.Add(new(TableTransactionActionType.Add, change.ToEntity(partition)));
        }

        var before = from?.Rows() ?? new Dictionary<string, IndexRow>();
        var after = to?.Rows() ?? new Dictionary<string, IndexRow>();
        actions.AddRange(before.Keys.Except(after.Keys).Select(
            key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, key), ETag.All)));
        actions.AddRange(after.Values.Where(row => before.GetValueOrDefault(row.Key) != row).Select(
            row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row.ToEntity(partition))));
        return actions;
    }

    private static TableTransactionAction Born(string taskId, string generation, string partition) =>
        new(TableTransactionActionType.Add, new TableEntity(partition, IndexKeys.BornAs(taskId, generation)));

    private TableTransactionAction Deleted(string taskId, string generation, string partition) =>
        new(TableTransactionActionType.Add, new TableEntity(partition, IndexKeys.DeletedAs(taskId, generation)) { [AtColumn] = time.GetUtcNow() });

    /// <summary>How the index shows a task: once, but for crashes, and for the moment in which a task is deleted and taken down again.</summary>
    private async Task<IReadOnlyList<IndexedTask>> EntriesAsync(string taskId, CancellationToken cancellationToken)
    {
        var partition = partitions.Of(taskId);
        var sets = await Task.WhenAll(new[] { IndexKeys.Open, IndexKeys.Ended }.Select(async set =>
        {
            var entries = new List<IndexedTask>();
            await foreach (var entity in table.QueryAsync(InPartition(partition, IndexKeys.Entries(set, taskId)), cancellationToken: cancellationToken))
            {
                entries.Add(IndexRow.Of(entity).ToIndexed());
            }

            return entries;
        }));
        return [.. sets.SelectMany(entries => entries)];
    }

    private async Task ForgetAsync(TableEntity[] deleted, CancellationToken cancellationToken)
    {
        if (!await TrySubmitAsync([.. deleted.SelectMany(Forgetting)], cancellationToken))
        {
            // Another sweep is at it as well.
            foreach (var row in deleted.SelectMany(Forgetting))
            {
                await table.TryDeleteAsync(row.Entity.PartitionKey, row.Entity.RowKey, cancellationToken: cancellationToken);
            }
        }
    }

    private static IEnumerable<TableTransactionAction> Forgetting(TableEntity deleted)
    {
        var parts = deleted.RowKey.Split(OrderedText.Separator);
        yield return new(TableTransactionActionType.Delete, new TableEntity(deleted.PartitionKey, IndexKeys.Join(IndexKeys.Born, parts[1], parts[2])), ETag.All);
        yield return new(TableTransactionActionType.Delete, new TableEntity(deleted.PartitionKey, deleted.RowKey), ETag.All);
    }
}
