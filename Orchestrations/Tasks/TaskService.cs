using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <inheritdoc cref="ITaskService"/>
internal sealed class TaskService(
    ITaskStore tasks,
    TaskPlanning planning,
    TaskExecutions executions,
    TaskReconciliation reconciliation,
    TaskDecisions decisions,
    TaskRetry retry,
    TaskFiles files,
    TimeProvider time) : ITaskService
{
    /// <inheritdoc/>
    public async ValueTask<TrackedTask> SubmitAsync(TaskSubmission submission, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var plan = planning.Plan(submission);
        if (submission.Kind == TaskKind.Batch)
        {
            await executions.CheckWorkflowAsync(plan.Workflow, cancellationToken);
        }

        var task = Taken(submission, plan);
        var kept = await tasks.FindAsync(task.TaskId, cancellationToken) ?? await tasks.TrySaveAsync(task, cancellationToken)
            ?? await tasks.GetAsync(task.TaskId, cancellationToken);
        if (kept.History[0].Token != task.History[0].Token)
        {
            throw new TaskRefusedException(
                TaskRefusal.KeyReused, $"Expected the submission that was made before under the idempotency key '{submission.IdempotencyKey}', found another one.");
        }

        return kept.Status == TrackedStatus.Pending ? await reconciliation.LaunchAsync(kept, cancellationToken) : kept;
    }

    /// <inheritdoc/>
    public async ValueTask<TrackedTask> DescribeAsync(string taskId, CancellationToken cancellationToken = default) =>
        await reconciliation.AgreeAsync(await tasks.GetAsync(taskId, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TaskPage> ListAsync(TaskQuery query, int limit, string? cursor, CancellationToken cancellationToken = default) =>
        tasks.ListAsync(query, limit, cursor, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<TrackedTask> EditAsync(string taskId, long? version, TaskEdit edit, string by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(edit);
        try
        {
            return await tasks.ChangeAsync(
                taskId,
                current => Expected(current, version).Edited(time.GetUtcNow(), edit.Title, edit.Owner, edit.Priority, edit.Due, edit.ClearsDue),
                cancellationToken);
        }
        catch (InvalidTaskException e)
        {
            throw new TaskRefusedException(TaskRefusal.InvalidSubmission, e.Message);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(string taskId, long? version, string by, CancellationToken cancellationToken = default)
    {
        var task = Expected(await tasks.GetAsync(taskId, cancellationToken), version);
        if (!TaskTransitions.IsEnd(task.Status))
        {
            throw Wrong(task, "a task that has ended");
        }

        // The record first: files without a task can be found and purged, a task that has lost its files would look whole.
        if (!await tasks.TryDeleteAsync(taskId, task.Version, cancellationToken))
        {
            throw Mismatch(taskId, version ?? task.Version);
        }

        await files.DeleteAllAsync(task, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<TrackedTask> CancelAsync(string taskId, string? reason, string by, CancellationToken cancellationToken = default)
    {
        var task = await DescribeAsync(taskId, cancellationToken);
        if (task.Status == TrackedStatus.Pending)
        {
            // Its execution may be starting at this very moment; once it is there for certain, it can be stopped for certain.
            task = await reconciliation.LaunchAsync(task, cancellationToken);
        }

        if (task.Status == TrackedStatus.Cancelled)
        {
            return task;
        }

        var note = string.IsNullOrWhiteSpace(reason) ? $"Called off by {by}." : reason;
        var asked = await tasks.ChangeAsync(
            taskId,
            current => TaskTransitions.IsEnd(current.Status) || current.Status == TrackedStatus.Pending
                ? current
                : current.MovedTo(TrackedStatus.Running, time.GetUtcNow(), by, TaskReconciliation.CancellationToken(current), note) with { DecisionToken = null },
            cancellationToken);
        var ended = TaskTransitions.IsEnd(asked.Status) || asked.Status == TrackedStatus.Pending ? asked : await reconciliation.StopAsync(asked, cancellationToken);
        return ended.Status == TrackedStatus.Cancelled ? ended : throw Wrong(ended, "a task that has not ended");
    }

    /// <inheritdoc/>
    public async ValueTask<TrackedTask> RetryAsync(string taskId, string by, CancellationToken cancellationToken = default) =>
        await retry.RetryAsync(await DescribeAsync(taskId, cancellationToken), by, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TrackedTask> ApproveAsync(string taskId, string? note, string by, CancellationToken cancellationToken = default) =>
        DecideAsync(taskId, TaskDecisions.Approved, note, by, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TrackedTask> RejectAsync(string taskId, string? note, string by, CancellationToken cancellationToken = default) =>
        DecideAsync(taskId, TaskDecisions.Rejected, note, by, cancellationToken);

    private async ValueTask<TrackedTask> DecideAsync(string taskId, string decision, string? note, string by, CancellationToken cancellationToken) =>
        await decisions.DecideAsync(await DescribeAsync(taskId, cancellationToken), decision, note, by, cancellationToken);

    private TrackedTask Taken(TaskSubmission submission, TaskPlan plan)
    {
        var now = time.GetUtcNow();
        var input = plan.Input.ToString();
        try
        {
            TaskRules.CheckTitle(submission.Title ?? plan.Title);
            TaskRules.CheckOwner(submission.Owner);
        }
        catch (InvalidTaskException e)
        {
            throw new TaskRefusedException(TaskRefusal.InvalidSubmission, e.Message);
        }

        return new TrackedTask
        {
            TaskId = submission.IdempotencyKey is { } key
                ? TaskIds.From($"{submission.By}\n{submission.Kind}\n{key}")
                : TaskIds.New(now, RandomNumberGenerator.GetBytes(TaskIds.EntropyBytes)),
            Kind = submission.Kind,
            Title = submission.Title ?? plan.Title,
            Owner = submission.Owner,
            Priority = submission.Priority,
            Due = submission.Due,
            Workflow = plan.Workflow,
            Input = input,
            History = [new TaskChange(TrackedStatus.Pending, now, submission.By, $"submit/{Fingerprint(submission, input)}")],
            UpdatedAt = now,
        };
    }

    /// <summary>Tells submissions under one key apart, although the task they made may have been edited since.</summary>
    private static string Fingerprint(TaskSubmission submission, string input)
    {
        var content = string.Join('\n', submission.Workflow, submission.Title, submission.Owner, submission.Priority, submission.Due?.UtcTicks, input);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 16));
    }

    private static TrackedTask Expected(TrackedTask task, long? version) =>
        version is { } known && known != task.Version ? throw Mismatch(task.TaskId, known) : task;

    private static TaskRefusedException Mismatch(string taskId, long version) =>
        new(TaskRefusal.VersionMismatch, $"Expected version {version} of task '{taskId}', found that somebody has changed it since.");

    private static TaskRefusedException Wrong(TrackedTask task, string expected) =>
        new(TaskRefusal.WrongStatus, $"Expected {expected}, found task '{task.TaskId}', which is {task.Status}.");
}
