using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Domain.Ports;

/// <summary>Where tasks are kept.</summary>
public interface ITaskStore
{
    /// <summary>The task as it was last saved; none if it never was, or was deleted. Ids are compared exactly.</summary>
    ValueTask<TrackedTask?> FindAsync(string taskId, CancellationToken cancellationToken = default);

    /// <summary>The task about this order or transaction; the latest if there are several; none if there is none.</summary>
    ValueTask<TrackedTask?> FindBySubjectAsync(TaskKind kind, string subjectId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Saves the task if nobody has saved it since it was read: the kept version must be <see cref="TrackedTask.Version"/>, 0 meaning
    /// that there is none. Once it returns, the change is durable.
    /// </summary>
    /// <returns>The task with its new version; none if somebody else was first, and then nothing is changed.</returns>
    ValueTask<TrackedTask?> TrySaveAsync(TrackedTask task, CancellationToken cancellationToken = default);

    /// <summary>Deletes the task if its kept version is this one.</summary>
    /// <returns>Whether it was.</returns>
    ValueTask<bool> TryDeleteAsync(string taskId, long version, CancellationToken cancellationToken = default);

    /// <summary>A page of the tasks that a query asks for.</summary>
    /// <exception cref="InvalidCursorException">The cursor was not given out for this query.</exception>
    ValueTask<TaskPage> ListAsync(TaskQuery query, int limit, string? cursor, CancellationToken cancellationToken = default);

    /// <summary>How many tasks there are, by kind and status, sorted so; combinations without a task are left out. Times are in UTC.</summary>
    /// <param name="owner">Whose tasks; null for everybody's.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask<IReadOnlyList<TaskCount>> CountAsync(string? owner, CancellationToken cancellationToken = default);

    /// <summary>As <see cref="CountAsync"/>, of those only that were taken down at a moment or later.</summary>
    /// <remarks>A store that can count without reading does so; this reads them a page at a time.</remarks>
    /// <param name="owner">Whose tasks; null for everybody's.</param>
    /// <param name="createdFrom">The moment.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    async ValueTask<IReadOnlyList<TaskCount>> CountSinceAsync(string? owner, DateTimeOffset createdFrom, CancellationToken cancellationToken = default)
    {
        var query = new TaskQuery { Owner = owner, CreatedFrom = createdFrom };
        var tasks = new List<TrackedTask>();
        string? cursor = null;
        do
        {
            var page = await ListAsync(query, 500, cursor, cancellationToken);
            tasks.AddRange(page.Tasks);
            cursor = page.Next;
        }
        while (cursor is not null);

        return
        [
            .. tasks.GroupBy(task => (task.Kind, task.Status))
                .OrderBy(group => group.Key)
                .Select(group => new TaskCount(group.Key.Kind, group.Key.Status, group.LongCount(), group.Min(task => task.UpdatedAt).ToUniversalTime())),
        ];
    }
}
