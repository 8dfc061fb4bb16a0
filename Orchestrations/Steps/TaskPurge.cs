using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>Purges tasks that ended long ago, each with its attachments.</summary>
public sealed class TaskPurge(RetentionOptions options, ITaskStore tasks, IBlobStore blobs) : IPurge
{
    private const int AtOnce = 500;
    private const int PagesAtOnce = 10;

    private static readonly TaskQuery Ended = new()
    {
        Statuses = [TrackedStatus.Succeeded, TrackedStatus.Failed, TrackedStatus.Cancelled],
        Sort = TaskSort.Updated,
        IsDescending = false,
    };

    /// <inheritdoc/>
    public string Kind => "tasks";

    /// <inheritdoc/>
    public TimeSpan? Keeps => options.Tasks;

    /// <inheritdoc/>
    public async ValueTask<Purged> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        var purged = 0;
        for (var page = 0; page < PagesAtOnce; page++)
        {
            var oldest = await tasks.ListAsync(Ended, AtOnce, cursor: null, cancellationToken);
            var old = oldest.Tasks.TakeWhile(task => task.UpdatedAt < before).ToList();
            foreach (var task in old)
            {
                purged += await PurgeAsync(task, cancellationToken) ? 1 : 0;
            }

            if (old.Count < AtOnce)
            {
                return new Purged(purged);
            }
        }

        // Where every one of them was changed by others meanwhile, there is nothing to gain from asking at once again.
        return new Purged(purged, IsMore: purged > 0);
    }

    /// <summary>The task goes first, so that one that somebody tries again at this moment keeps its attachments.</summary>
    private async ValueTask<bool> PurgeAsync(TrackedTask task, CancellationToken cancellationToken)
    {
        if (!await tasks.TryDeleteAsync(task.TaskId, task.Version, cancellationToken))
        {
            return false;
        }

        await blobs.PurgeAsync($"{OwnFolders.Tasks}/{task.TaskId}", DateTimeOffset.MaxValue, cancellationToken);
        return true;
    }
}
