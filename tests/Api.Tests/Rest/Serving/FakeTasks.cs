using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Tasks;

namespace TaskOrchestration.Api.Tests.Rest.Serving;

/// <summary>A task service without workflows: tasks move when somebody says so.</summary>
public sealed class FakeTasks(InMemoryTaskStore store, TimeProvider time) : ITaskService
{
    private long _tokens;

    /// <summary>What the next call fails with, as if the service had a bug.</summary>
    public Exception? Bug { get; set; }

    public async ValueTask<TrackedTask> SubmitAsync(TaskSubmission submission, CancellationToken cancellationToken = default)
    {
        var taskId = submission.IdempotencyKey is { } key ? TaskIds.From(key) : TaskIds.From($"submission {Interlocked.Increment(ref _tokens)}");
        return await store.FindAsync(taskId, cancellationToken) ?? await SaveAsync(new TrackedTask
        {
            TaskId = taskId,
            Kind = submission.Kind,
            Title = submission.Title ?? $"{submission.Kind} {taskId[^4..]}",
            Owner = submission.Owner,
            Priority = submission.Priority,
            Due = submission.Due,
            Workflow = "OrderApproval",
            Input = submission.Input.ToString(),
            History = [new TaskChange(TrackedStatus.Pending, time.GetUtcNow(), submission.By, "submit")],
            UpdatedAt = time.GetUtcNow(),
        });
    }

    public async ValueTask<TrackedTask> DescribeAsync(string taskId, CancellationToken cancellationToken = default)
    {
        if (Bug is { } bug)
        {
            Bug = null;
            throw bug;
        }

        return await store.FindAsync(taskId, cancellationToken) ?? throw new TaskRefusedException(TaskRefusal.TaskDoesNotExist, $"Task {taskId} is not known.");
    }

    public ValueTask<TaskPage> ListAsync(TaskQuery query, int limit, string? cursor, CancellationToken cancellationToken = default) =>
        store.ListAsync(query, limit, cursor, cancellationToken);

    public async ValueTask<TrackedTask> EditAsync(string taskId, long? version, TaskEdit edit, string by, CancellationToken cancellationToken = default)
    {
        var task = await DescribeAsync(taskId, cancellationToken);
        CheckVersion(task, version);
        return await SaveAsync(task.Edited(time.GetUtcNow(), edit.Title, edit.Owner, edit.Priority, edit.Due, edit.ClearsDue));
    }

    public async ValueTask DeleteAsync(string taskId, long? version, string by, CancellationToken cancellationToken = default)
    {
        var task = await DescribeAsync(taskId, cancellationToken);
        CheckVersion(task, version);
        if (!TaskTransitions.IsEnd(task.Status))
        {
            throw new TaskRefusedException(TaskRefusal.WrongStatus, $"Expected a task that has ended, found one that is {task.Status}.");
        }

        await store.TryDeleteAsync(taskId, task.Version, cancellationToken);
    }

    public ValueTask<TrackedTask> CancelAsync(string taskId, string? reason, string by, CancellationToken cancellationToken = default) => MoveAsync(taskId, TrackedStatus.Cancelled, by, reason);

    public async ValueTask<TrackedTask> RetryAsync(string taskId, string by, CancellationToken cancellationToken = default)
    {
        await ExpectAsync(taskId, TrackedStatus.Failed, TrackedStatus.Cancelled);
        return await MoveAsync(taskId, TrackedStatus.Running, by);
    }

    public async ValueTask<TrackedTask> ApproveAsync(string taskId, string? note, string by, CancellationToken cancellationToken = default)
    {
        await ExpectAsync(taskId, TrackedStatus.Waiting);
        return await MoveAsync(taskId, TrackedStatus.Running, by, note);
    }

    public async ValueTask<TrackedTask> RejectAsync(string taskId, string? note, string by, CancellationToken cancellationToken = default)
    {
        await ExpectAsync(taskId, TrackedStatus.Waiting);
        return await MoveAsync(taskId, TrackedStatus.Cancelled, by, note);
    }

    /// <summary>Moves a task, as its workflow would.</summary>
    public async ValueTask<TrackedTask> MoveAsync(string taskId, TrackedStatus status, string by = "workflow:Step", string? note = null)
    {
        var task = await DescribeAsync(taskId);
        try
        {
            return await SaveAsync(task.MovedTo(status, time.GetUtcNow(), by, $"token {Interlocked.Increment(ref _tokens)}", note));
        }
        catch (IllegalTransitionException e)
        {
            throw new TaskRefusedException(TaskRefusal.WrongStatus, e.Message);
        }
    }

    /// <summary>Keeps a task as it is given.</summary>
    public async ValueTask<TrackedTask> SaveAsync(TrackedTask task) => await store.TrySaveAsync(task) ?? throw new TaskRefusedException(TaskRefusal.VersionMismatch, "Somebody was first.");

    private async ValueTask ExpectAsync(string taskId, params TrackedStatus[] statuses)
    {
        var task = await DescribeAsync(taskId);
        if (!statuses.Contains(task.Status))
        {
            throw new TaskRefusedException(TaskRefusal.WrongStatus, $"Expected a task that is {string.Join(" or ", statuses)}, found one that is {task.Status}.");
        }
    }

    private static void CheckVersion(TrackedTask task, long? version)
    {
        if (version is { } expected && expected != task.Version)
        {
            throw new TaskRefusedException(TaskRefusal.VersionMismatch, $"Expected version {expected}, found {task.Version}.");
        }
    }
}
