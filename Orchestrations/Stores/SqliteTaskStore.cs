using Microsoft.Data.Sqlite;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>Tasks in a <see cref="TaskDatabase"/>. <see cref="TaskTables"/> says how they lie there.</summary>
public sealed class SqliteTaskStore : ITaskStore
{
    private readonly TaskDatabase database;
    private readonly TaskSearchLimits limits;

    /// <summary>The tasks in this database.</summary>
    public SqliteTaskStore(TaskDatabase database)
        : this(database, new TaskSearchLimits())
    {
    }

    internal SqliteTaskStore(TaskDatabase database, TaskSearchLimits limits)
    {
        this.database = database;
        this.limits = limits;
    }

    /// <inheritdoc/>
    public ValueTask<TrackedTask?> FindAsync(string taskId, CancellationToken cancellationToken = default) =>
        database.QueryAsync(connection => TaskRows.Find(connection, taskId), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TrackedTask?> FindBySubjectAsync(TaskKind kind, string subjectId, CancellationToken cancellationToken = default) =>
        database.QueryAsync(connection => TaskRows.FindBySubject(connection, kind, subjectId), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TrackedTask?> TrySaveAsync(TrackedTask task, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        var saved = task with { Version = task.Version + 1 };
        return database.WriteAsync(connection => TaskRows.Save(connection, saved) ? saved : null, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryDeleteAsync(string taskId, long version, CancellationToken cancellationToken = default) =>
        database.WriteAsync(connection => TaskRows.Delete(connection, taskId, version), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<TaskPage> ListAsync(TaskQuery query, int limit, string? cursor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        TaskPosition? after = cursor is null ? null : TaskCursor.Read(cursor, query);
        var found = await database.QueryAsync(connection => new TaskSearch(connection, query, after, limits).First(limit + 1), cancellationToken);
        return TaskPage.Of(found, limit, query);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TaskCount>> CountAsync(string? owner, CancellationToken cancellationToken = default) =>
        database.QueryAsync<IReadOnlyList<TaskCount>>(
            connection => connection.All(owner is null ? TaskCounts.OfAll : TaskCounts.OfOwner, Read, [.. owner is null ? [] : new[] { ("$owner", (object?)owner) }]),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TaskCount>> CountSinceAsync(string? owner, DateTimeOffset createdFrom, CancellationToken cancellationToken = default) =>
        database.QueryAsync<IReadOnlyList<TaskCount>>(
            connection => connection.All(
                owner is null ? TaskCounts.OfAllSince : TaskCounts.OfOwnerSince,
                Read,
                [("$from", createdFrom.UtcTicks), .. owner is null ? [] : new[] { ("$owner", (object?)owner) }]),
            cancellationToken);

    private static TaskCount Read(SqliteDataReader row)
    {
        var cell = (int)row.Integer("cell");
        return new TaskCount(
            TaskCell.KindOf(cell), TaskCell.StatusOf(cell), row.Integer("tasks"), new DateTimeOffset(row.Integer("oldest"), TimeSpan.Zero));
    }
}
