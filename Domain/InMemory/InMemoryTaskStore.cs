using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Domain.InMemory;

/// <summary>Tasks, for as long as the process lives.</summary>
public sealed class InMemoryTaskStore : ITaskStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, TrackedTask> tasks = [];

    /// <inheritdoc/>
    public ValueTask<TrackedTask?> FindAsync(string taskId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(tasks.GetValueOrDefault(taskId));
        }
    }

    /// <inheritdoc/>
    public ValueTask<TrackedTask?> FindBySubjectAsync(TaskKind kind, string subjectId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(tasks.Values
                .Where(task => task.Kind == kind && task.SubjectId == subjectId)
                .OrderByDescending(task => task.CreatedAt)
                .ThenByDescending(task => task.TaskId, StringComparer.Ordinal)
                .FirstOrDefault());
        }
    }

    /// <inheritdoc/>
    public ValueTask<TrackedTask?> TrySaveAsync(TrackedTask task, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var kept = tasks.GetValueOrDefault(task.TaskId)?.Version ?? 0;
            return ValueTask.FromResult(kept == task.Version ? Saved(task) : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryDeleteAsync(string taskId, long version, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(tasks.GetValueOrDefault(taskId)?.Version == version && tasks.Remove(taskId));
        }
    }

    /// <inheritdoc/>
    public ValueTask<TaskPage> ListAsync(TaskQuery query, int limit, string? cursor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        cancellationToken.ThrowIfCancellationRequested();
        TaskPosition? after = cursor is null ? null : TaskCursor.Read(cursor, query);
        List<TrackedTask> found;
        lock (gate)
        {
            found = [.. tasks.Values.Where(query.Asks)];
        }

        var places = Comparer<TaskPosition>.Create((one, other) => one.CompareTo(other, query.IsDescending));
        var page = found
            .Where(task => after is not { } last || places.Compare(TaskPosition.Of(task, query.Sort), last) > 0)
            .OrderBy(task => TaskPosition.Of(task, query.Sort), places)
            .Take(limit + 1);
        return ValueTask.FromResult(TaskPage.Of([.. page], limit, query));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TaskCount>> CountAsync(string? owner, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<TaskCount>>(
            [
                .. tasks.Values
                    .Where(task => owner is null || task.Owner == owner)
                    .GroupBy(task => (task.Kind, task.Status))
                    .OrderBy(alike => alike.Key)
                    .Select(alike => new TaskCount(alike.Key.Kind, alike.Key.Status, alike.Count(), alike.Min(task => task.UpdatedAt).ToUniversalTime())),
            ]);
        }
    }

    private TrackedTask Saved(TrackedTask task) => tasks[task.TaskId] = task with { Version = task.Version + 1 };
}
