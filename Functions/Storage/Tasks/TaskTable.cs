using System.Collections.Concurrent;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Functions.Storage.Outbox;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>The tasks themselves: one entity each, and beside it a note for each change that the index is still to follow.</summary>
internal sealed class TaskTable(EntityTable table, TaskPartitions partitions, TableOutbox outbox)
{
    private const int GenerationBytes = 4;
    private const int AtOnce = 16;
    private const int WorthAPage = 16;
    private const int PageSize = 1_000;

    private readonly KnownTasks known = new();

    /// <summary>A task as it is kept; null if there is none.</summary>
    public async Task<KeptTask?> FindAsync(string taskId, CancellationToken cancellationToken)
    {
        var found = await table.FindAsync(partitions.Of(taskId), TaskEntity.KeyOf(taskId), cancellationToken: cancellationToken);
        return found is null ? null : Seen(found);
    }

    /// <summary>Those of these tasks that there are, in any order.</summary>
    /// <remarks>Where many of a partition are asked for, stretches of it are read as long as that takes fewer requests than asking for each.</remarks>
    public async Task<IReadOnlyCollection<KeptTask>> FindAllAsync(IReadOnlyCollection<string> taskIds, CancellationToken cancellationToken)
    {
        var found = new ConcurrentBag<KeptTask>();
        var rest = new ConcurrentBag<string>();
        await Task.WhenAll(taskIds.GroupBy(partitions.Of).Select(async some =>
        {
            foreach (var left in await ReadStretchesAsync(some.Key, [.. some], found, cancellationToken))
            {
                rest.Add(left);
            }
        }));
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(rest, options, async (taskId, stop) =>
        {
            if (await FindAsync(taskId, stop) is { } kept)
            {
                found.Add(kept);
            }
        });
        return found;
    }

    /// <summary>Takes down a new task.</summary>
    /// <returns>The change; null if there is a task of its id.</returns>
    public async Task<MadeChange?> TryAddAsync(TrackedTask task, CancellationToken cancellationToken)
    {
        var added = IndexedTask.First(task, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(GenerationBytes)));
        var partition = partitions.Of(task.TaskId);
        var change = MadeChange.Of(null, added, partition);
        return await TrySubmitAsync(change, new TableTransactionAction(TableTransactionActionType.Add, TaskEntity.Write(task, added, partition)), cancellationToken)
            ? change
            : null;
    }

    /// <summary>Puts a task in place of its kept version, which must be its own.</summary>
    /// <returns>The change; null if another version is kept, or none.</returns>
    public Task<MadeChange?> TryReplaceAsync(TrackedTask task, CancellationToken cancellationToken) =>
        TryChangeAsync(task.TaskId, task.Version, before => before.Next(task), (after, tag) => new TableTransactionAction(
            TableTransactionActionType.UpdateReplace, TaskEntity.Write(task, after!, partitions.Of(task.TaskId)), tag), cancellationToken);

    /// <summary>Deletes a task if this version of it is kept.</summary>
    /// <returns>The change; null if another version is kept, or none.</returns>
    public Task<MadeChange?> TryDeleteAsync(string taskId, long version, CancellationToken cancellationToken) =>
        TryChangeAsync(taskId, version, _ => null, (_, tag) => new TableTransactionAction(
            TableTransactionActionType.Delete, new TableEntity(partitions.Of(taskId), TaskEntity.KeyOf(taskId)), tag), cancellationToken);

    private KeptTask Seen(TableEntity entity)
    {
        var kept = TaskEntity.Read(entity);
        known.See(kept.Indexed, kept.Tag);
        return kept;
    }

    /// <summary>Reads along a partition while each page has enough of what is looked for.</summary>
    /// <returns>What is left to look for.</returns>
    private async Task<IEnumerable<string>> ReadStretchesAsync(
        string partition, IReadOnlyList<string> taskIds, ConcurrentBag<KeptTask> found, CancellationToken cancellationToken)
    {
        if (taskIds.Count < WorthAPage)
        {
            return taskIds;
        }

        var sought = new SortedDictionary<string, string>(taskIds.ToDictionary(TaskEntity.KeyOf), StringComparer.Ordinal);
        var (from, to) = (sought.Keys.First(), sought.Keys.Last());
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey le {to}");
        string? continuation = null;
        do
        {
            var page = await table.PageAsync(filter, Math.Min(PageSize, 2 * sought.Count), continuation, cancellationToken: cancellationToken);
            continuation = page.Continuation;
            var hits = page.Entities.Where(entity => sought.Remove(entity.RowKey)).ToList();
            hits.ForEach(entity => found.Add(Seen(entity)));

            // What the page has gone past is not there.
            var end = continuation is null ? to : page.Entities.Count > 0 ? page.Entities[^1].RowKey : "";
            foreach (var gone in sought.Keys.TakeWhile(key => string.CompareOrdinal(key, end) <= 0).ToList())
            {
                sought.Remove(gone);
            }

            if (hits.Count < WorthAPage)
            {
                break;
            }
        }
        while (continuation is not null && sought.Count >= WorthAPage);

        return sought.Values;
    }

    private async Task<MadeChange?> TryChangeAsync(
        string taskId, long version, Func<IndexedTask, IndexedTask?> next, Func<IndexedTask?, ETag, TableTransactionAction> writing, CancellationToken cancellationToken)
    {
        var seen = known.Find(taskId, version);
        if (seen is { } remembered && await TryAsync(remembered.Task, remembered.Tag) is { } made)
        {
            return made;
        }

        // What was remembered may have been of an earlier task of the same id.
        return await FindAsync(taskId, cancellationToken) is { } kept && kept.Task.Version == version && kept.Tag != seen?.Tag
            ? await TryAsync(kept.Indexed, kept.Tag)
            : null;

        async Task<MadeChange?> TryAsync(IndexedTask before, ETag tag)
        {
            var change = MadeChange.Of(before, next(before), partitions.Of(taskId));
            return await TrySubmitAsync(change, writing(change.After, tag), cancellationToken) ? change : null;
        }
    }

    private async Task<bool> TrySubmitAsync(MadeChange change, TableTransactionAction writing, CancellationToken cancellationToken)
    {
        known.Forget(change.TaskId);
        return await table.TrySubmitAsync([outbox.Noting(change.Note), writing], cancellationToken) is null;
    }
}
