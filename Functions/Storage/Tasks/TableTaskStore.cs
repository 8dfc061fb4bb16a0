using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Functions.Storage.Outbox;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>Tasks in Azure tables: one of the tasks themselves (<see cref="TaskTable"/>), one of the rows that lists go along (<see cref="TaskIndex"/>).</summary>
/// <remarks>
/// A change is durable when the first of three requests is done; the index follows before the call returns, so whoever saved a task finds it in lists. If the call
/// fails in between, the change stands, and <see cref="SweepAsync"/> has the index follow it.
/// </remarks>
public sealed class TableTaskStore : ITaskStore
{
    private static readonly TimeSpan DeletedTasksAreRemembered = TimeSpan.FromDays(1);

    private readonly TaskPartitions partitions;
    private readonly TableOutbox outbox;
    private readonly TaskTable tasks;
    private readonly TaskIndex index;
    private readonly IndexQueries queries;
    private readonly TaskNumbers numbers;
    private readonly TaskCounting counting;
    private readonly TimeProvider time;

    /// <summary>The tasks in these tables.</summary>
    public TableTaskStore(EntityTables tables, TimeProvider time)
        : this(tables, time, TaskPartitions.Usual)
    {
    }

    internal TableTaskStore(EntityTables tables, TimeProvider time, int partitionCount)
    {
        ArgumentNullException.ThrowIfNull(tables);
        this.time = time;
        partitions = new TaskPartitions(partitionCount);
        outbox = new TableOutbox(tables[TableNames.Tasks], time);
        tasks = new TaskTable(tables[TableNames.Tasks], partitions, outbox);
        index = new TaskIndex(tables[TableNames.TaskIndex], partitions, tasks, time);
        queries = new IndexQueries(tables[TableNames.TaskIndex], partitions);
        numbers = new TaskNumbers(tables[TableNames.TaskIndex], partitions, queries);
        counting = new TaskCounting(queries, numbers);
    }

    /// <inheritdoc/>
    public async ValueTask<TrackedTask?> FindAsync(string taskId, CancellationToken cancellationToken = default) =>
        (await tasks.FindAsync(taskId, cancellationToken))?.Task;

    /// <inheritdoc/>
    public async ValueTask<TrackedTask?> FindBySubjectAsync(TaskKind kind, string subjectId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subjectId);
        await using var walk = await IndexWalk.BeginAsync(queries.About(kind, subjectId, cancellationToken), row => new TaskPosition(row.Place.Created, row.TaskId), cancellationToken);
        while (walk.Place is not null)
        {
            var row = await walk.TakeAsync();
            if (await FindAsync(row.TaskId, cancellationToken) is { } task && task.Kind == kind && task.SubjectId == subjectId)
            {
                return task;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public async ValueTask<TrackedTask?> TrySaveAsync(TrackedTask task, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        var change = task.Version == 0 ? await tasks.TryAddAsync(task, cancellationToken) : await tasks.TryReplaceAsync(task, cancellationToken);
        if (change is null)
        {
            return null;
        }

        await FollowAsync(change);
        return task with { Version = task.Version + 1 };
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryDeleteAsync(string taskId, long version, CancellationToken cancellationToken = default)
    {
        var change = await tasks.TryDeleteAsync(taskId, version, cancellationToken);
        if (change is not null)
        {
            await FollowAsync(change);
        }

        return change is not null;
    }

    /// <inheritdoc/>
    public async ValueTask<TaskPage> ListAsync(TaskQuery query, int limit, string? cursor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        TaskPosition? after = cursor is null ? null : TaskCursor.Read(cursor, query);
        var found = await new TaskListing(queries, tasks, query, after).FirstAsync(limit + 1, cancellationToken);
        return TaskPage.Of(found, limit, query);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<TaskCount>> CountAsync(string? owner, CancellationToken cancellationToken = default) =>
        owner is null ? await counting.CountAsync(cancellationToken) : await counting.CountAsync(owner, createdFrom: null, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<TaskCount>> CountSinceAsync(string? owner, DateTimeOffset createdFrom, CancellationToken cancellationToken = default) =>
        await counting.CountAsync(owner, createdFrom, cancellationToken);

    /// <summary>Has the index follow changes that whoever made them left behind, forgets what is remembered of tasks that are long deleted, and adds up numbers.</summary>
    /// <param name="olderThan">How old a change must be to count as left behind: longer than any call takes.</param>
    /// <param name="cancellationToken">Gives up; the next sweep goes on.</param>
    /// <returns>How many changes there were.</returns>
    public async ValueTask<int> SweepAsync(TimeSpan olderThan, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await index.ForgetAsync(now - DeletedTasksAreRemembered, cancellationToken);
        await numbers.SettleAsync(cancellationToken);
        return await outbox.SweepAsync(partitions.All, now - olderThan, RepairAsync, cancellationToken);
    }

    /// <summary>Not to be called off: the change is made, and lists are to show it.</summary>
    private async Task FollowAsync(MadeChange change)
    {
        await index.FollowAsync(change, CancellationToken.None);
        await outbox.DoneAsync(change.Note, CancellationToken.None);
    }

    private Task RepairAsync(string subject, CancellationToken cancellationToken)
    {
        var (generation, taskId) = MadeChange.About(subject);
        return index.RepairAsync(taskId, generation, cancellationToken);
    }
}
