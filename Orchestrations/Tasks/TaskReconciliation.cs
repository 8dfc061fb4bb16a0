using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>Makes a task say what its execution says, whatever a crash or another way of access has left between them.</summary>
/// <remarks>
/// All of it may be stopped between any two lines and repeated. What was asked for and is on record is carried out first (a start, a decision, a
/// cancellation); then the task is given the execution's status.
/// </remarks>
internal sealed class TaskReconciliation(
    ITaskStore tasks,
    TaskExecutions executions,
    TaskDecisions decisions,
    TaskUndoing undoing,
    MapRunReasons reasons,
    IEnumerable<IResultAttachment> attachments,
    TimeProvider time) : IDisposable
{
    /// <summary>Who starts and ends tasks where no person does.</summary>
    public const string Workflow = "workflow";

    /// <summary>The error that an execution is stopped with when its task is called off.</summary>
    public const string CancelledError = "TaskCancelled";

    private readonly SemaphoreSlim attaching = new(1, 1);

    /// <inheritdoc/>
    public void Dispose() => attaching.Dispose();

    /// <summary>The task, agreeing with its execution.</summary>
    public async ValueTask<TrackedTask> AgreeAsync(TrackedTask task, CancellationToken cancellationToken)
    {
        if (task.Status == TrackedStatus.Succeeded)
        {
            return task;
        }

        var execution = await executions.FindAsync(executions.ArnOf(task), cancellationToken);
        if (TaskTransitions.IsEnd(task.Status))
        {
            return execution is { Summary.Status: ExecutionStatus.Running } ? await ResumeAsync(task, execution, cancellationToken) : task;
        }

        if (execution is null)
        {
            return task.Status == TrackedStatus.Pending ? await LaunchAsync(task, cancellationToken) : await LoseAsync(task, cancellationToken);
        }

        if (task.Status == TrackedStatus.Pending || task.ExecutionArn is null)
        {
            task = await RecordStartAsync(task, cancellationToken);
        }

        if (execution.Summary.Status == ExecutionStatus.Running)
        {
            task = await decisions.DeliverAsync(task, cancellationToken);
            return CancellationOf(task) is null ? task : await StopAsync(task, cancellationToken);
        }

        return await SettleAsync(task, execution, cancellationToken);
    }

    /// <summary>Starts a task's execution. A start that is refused for good fails the task; when the engine takes nothing on the task stays Pending.</summary>
    public async ValueTask<TrackedTask> LaunchAsync(TrackedTask task, CancellationToken cancellationToken)
    {
        try
        {
            await executions.StartAsync(task, cancellationToken);
        }
        catch (RefusedException e)
        {
            return e.Refusal is Refusal.Unavailable or Refusal.ExecutionLimitExceeded or Refusal.OpenExecutionLimitExceeded
                ? task
                : await FailAsync(task, new TaskFailure(e.Refusal.ToString(), e.Message), "not-started", cancellationToken);
        }

        return await RecordStartAsync(task, cancellationToken);
    }

    /// <summary>Stops a task's execution because somebody asked for it, and ends the task.</summary>
    public async ValueTask<TrackedTask> StopAsync(TrackedTask task, CancellationToken cancellationToken)
    {
        var asked = CancellationOf(task);
        await executions.StopAsync(executions.ArnOf(task), new Failure(CancelledError, asked?.Note ?? $"Called off by {asked?.By}."), cancellationToken);
        return await executions.FindAsync(executions.ArnOf(task), cancellationToken) is { Summary.Status: not ExecutionStatus.Running } ended
            ? await SettleAsync(task, ended, cancellationToken)
            : task;
    }

    /// <summary>The token under which somebody calls off the present run of a task.</summary>
    public static string CancellationToken(TrackedTask task) => $"{TaskExecutions.NameOf(task)}/cancel/{task.Version}";

    /// <summary>The line by which somebody has called off the present run of a task, if anybody has.</summary>
    private static TaskChange? CancellationOf(TrackedTask task) =>
        task.PresentRun().FirstOrDefault(change => change.Token.StartsWith($"{TaskExecutions.NameOf(task)}/cancel/", StringComparison.Ordinal));

    private ValueTask<TrackedTask> RecordStartAsync(TrackedTask task, CancellationToken cancellationToken)
    {
        var arn = executions.ArnOf(task);
        return ChangeSameRunAsync(
            task,
            current => Started(current, arn),
            cancellationToken);
    }

    private TrackedTask Started(TrackedTask task, string arn)
    {
        var now = time.GetUtcNow();
        var started = task.Status == TrackedStatus.Pending
            ? task.MovedTo(TrackedStatus.Running, now, Workflow, $"{TaskExecutions.NameOf(task)}/started/{task.Version}")
            : task;
        return started.ExecutionArn == arn ? started : started with { ExecutionArn = arn, UpdatedAt = now };
    }

    /// <summary>Somebody redrove the execution without the task.</summary>
    private ValueTask<TrackedTask> ResumeAsync(TrackedTask task, ExecutionDescription execution, CancellationToken cancellationToken) =>
        ChangeSameRunAsync(
            task,
            current => TaskTransitions.IsEnd(current.Status) && current.Status != TrackedStatus.Succeeded
                ? current.MovedTo(
                    TrackedStatus.Running, time.GetUtcNow(), Workflow, $"{execution.Summary.Name}/resumed/{current.Version}", "The execution goes on.") with
                {
                    Failure = null,
                    ExecutionArn = execution.Summary.ExecutionArn,
                }
                : current,
            cancellationToken);

    private ValueTask<TrackedTask> LoseAsync(TrackedTask task, CancellationToken cancellationToken) => FailAsync(
        task,
        new TaskFailure("ExecutionDoesNotExist", $"Expected the execution {executions.ArnOf(task)}, found none: it is no longer known."),
        "lost",
        cancellationToken);

    private ValueTask<TrackedTask> FailAsync(TrackedTask task, TaskFailure failure, string what, CancellationToken cancellationToken) => ChangeSameRunAsync(
        task,
        current => TaskTransitions.IsEnd(current.Status)
            ? current
            : current.MovedTo(TrackedStatus.Failed, time.GetUtcNow(), Workflow, $"{TaskExecutions.NameOf(current)}/{what}/{current.Version}", failure.Cause) with
            {
                Failure = failure,
                DecisionToken = null,
            },
        cancellationToken);

    private async ValueTask<TrackedTask> SettleAsync(TrackedTask task, ExecutionDescription execution, CancellationToken cancellationToken)
    {
        var note = execution.Summary.Status is ExecutionStatus.Aborted or ExecutionStatus.TimedOut
            ? await undoing.UndoAsync(task, execution, cancellationToken)
            : null;
        if (execution.Summary.Status == ExecutionStatus.Succeeded)
        {
            await AttachAsync(task, execution, cancellationToken);
        }

        var failure = TaskRunEnd.FailureOf(await reasons.TellingAsync(execution, cancellationToken));
        return await ChangeSameRunAsync(
            task, current => TaskTransitions.IsEnd(current.Status) ? current : Ended(current, execution, failure, note), cancellationToken);
    }

    /// <summary>One at a time: two that saw the end at once would each find nothing attached yet.</summary>
    private async ValueTask AttachAsync(TrackedTask task, ExecutionDescription execution, CancellationToken cancellationToken)
    {
        await attaching.WaitAsync(cancellationToken);
        try
        {
            foreach (var attachment in attachments)
            {
                await attachment.AttachAsync(task, execution, cancellationToken);
            }
        }
        finally
        {
            attaching.Release();
        }
    }

    private TrackedTask Ended(TrackedTask task, ExecutionDescription execution, TaskFailure? failure, string? note)
    {
        var asked = execution.Failure?.Error == CancelledError ? CancellationOf(task) : null;
        var started = task.Status == TrackedStatus.Pending ? Started(task, execution.Summary.ExecutionArn) : task;
        var ended = started.MovedTo(
            TaskRunEnd.StatusOf(execution),
            time.GetUtcNow(),
            asked?.By ?? Workflow,
            $"{execution.Summary.Name}/ended/{task.Version}",
            note ?? asked?.Note ?? failure?.Cause ?? failure?.Error);
        return ended with
        {
            ExecutionArn = execution.Summary.ExecutionArn,
            DecisionToken = null,
            Result = execution.Output?.ToString(),
            Failure = failure,
        };
    }

    /// <summary>Changes a task unless another attempt of it has begun meanwhile: then what is known here is no longer about it.</summary>
    private ValueTask<TrackedTask> ChangeSameRunAsync(TrackedTask task, Func<TrackedTask, TrackedTask> change, CancellationToken cancellationToken) =>
        tasks.ChangeAsync(task.TaskId, current => current.Attempt == task.Attempt ? change(current) : current, cancellationToken);
}
