using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>Tries a task again that failed or was called off.</summary>
/// <remarks>
/// Its execution goes on where it failed (redrive), unless that would only fail again: it ended in a Fail state (a declined payment, a rejected order), the
/// order was undone when it was stopped, or it can no longer be redriven. Then another execution begins from the start.
/// </remarks>
internal sealed class TaskRetry(ITaskStore tasks, TaskExecutions executions, TaskReconciliation reconciliation, TimeProvider time)
{
    /// <summary>How many of the latest events are looked at for the state that failed.</summary>
    private const int EventsToLookAt = 100;

    /// <summary>How deep nested executions are looked into.</summary>
    private const int Depth = 8;

    /// <summary>Tries it again.</summary>
    /// <exception cref="TaskRefusedException"><see cref="TaskRefusal.WrongStatus"/>.</exception>
    public async ValueTask<TrackedTask> RetryAsync(TrackedTask task, string by, CancellationToken cancellationToken)
    {
        if (task.Status is not (TrackedStatus.Failed or TrackedStatus.Cancelled))
        {
            throw Wrong(task);
        }

        var arn = executions.ArnOf(task);
        var execution = await executions.FindAsync(arn, cancellationToken);
        return execution is null || await MustBeginAgainAsync(task, execution, cancellationToken)
            ? await BeginAgainAsync(task, by, cancellationToken)
            : await GoOnAsync(task, execution, by, cancellationToken);
    }

    private async ValueTask<bool> MustBeginAgainAsync(TrackedTask task, ExecutionDescription execution, CancellationToken cancellationToken) =>
        execution.RedriveStatus != RedriveStatus.Redrivable
        || (task.Kind == TaskKind.Order && execution.Summary.Status is ExecutionStatus.Aborted or ExecutionStatus.TimedOut)
        || await EndedInFailStateAsync(execution, Depth, cancellationToken);

    private async ValueTask<TrackedTask> BeginAgainAsync(TrackedTask task, string by, CancellationToken cancellationToken)
    {
        var again = await ChangeAsync(
            task,
            TrackedStatus.Pending,
            by,
            "Begins again.",
            moved => moved with { Attempt = task.Attempt + 1, ExecutionArn = null, SubjectId = null, Step = null },
            cancellationToken);
        return await reconciliation.LaunchAsync(again, cancellationToken);
    }

    /// <summary>Taken down before it is done: a task that is open and whose execution has ended is set right by the reconciler, the other way round nobody looks.</summary>
    private async ValueTask<TrackedTask> GoOnAsync(TrackedTask task, ExecutionDescription execution, string by, CancellationToken cancellationToken)
    {
        var running = await ChangeAsync(task, TrackedStatus.Running, by, "Goes on where it failed.", moved => moved, cancellationToken);
        try
        {
            await executions.RedriveAsync(execution.Summary.ExecutionArn, $"{execution.Summary.Name}/{execution.Summary.RedriveCount + 1}", cancellationToken);
        }
        catch (RefusedException e) when (e.Refusal == Refusal.ExecutionNotRedrivable)
        {
            var found = await reconciliation.AgreeAsync(running, cancellationToken);
            return TaskTransitions.IsEnd(found.Status) ? throw new TaskRefusedException(TaskRefusal.WrongStatus, e.Message) : found;
        }

        return await reconciliation.AgreeAsync(await tasks.GetAsync(task.TaskId, cancellationToken), cancellationToken);
    }

    private ValueTask<TrackedTask> ChangeAsync(
        TrackedTask task, TrackedStatus status, string by, string note, Func<TrackedTask, TrackedTask> change, CancellationToken cancellationToken) => tasks.ChangeAsync(
        task.TaskId,
        current => current.Attempt == task.Attempt && current.Status == task.Status
            ? change(current.MovedTo(status, time.GetUtcNow(), by, $"{TaskExecutions.NameOf(current)}/retry/{current.Version}", note) with { Failure = null, Result = null })
            : throw Wrong(current),
        cancellationToken);

    private async ValueTask<bool> EndedInFailStateAsync(ExecutionDescription execution, int depth, CancellationToken cancellationToken)
    {
        if (execution.Summary.Status != ExecutionStatus.Failed || depth == 0)
        {
            return false;
        }

        if (TaskRunEnd.NestedExecutionArn(execution.Failure) is { } nested)
        {
            return await executions.FindAsync(nested, cancellationToken) is { } child && await EndedInFailStateAsync(child, depth - 1, cancellationToken);
        }

        var events = await executions.LatestEventsAsync(execution.Summary.ExecutionArn, EventsToLookAt, cancellationToken);
        return LastState(events) == HistoryEventType.FailStateEntered;
    }

    /// <summary>The kind of the state that the execution ended in, found from event to event backwards.</summary>
    private static HistoryEventType? LastState(IReadOnlyList<HistoryEvent> latestFirst)
    {
        var byId = latestFirst.ToDictionary(known => known.Id);
        for (var next = latestFirst.Count > 0 ? latestFirst[0] : null; next is not null; next = byId.GetValueOrDefault(next.PreviousId))
        {
            if (next.Details is HistoryDetails.StateEntered)
            {
                return next.Type;
            }
        }

        return null;
    }

    private static TaskRefusedException Wrong(TrackedTask task) => new(
        TaskRefusal.WrongStatus, $"Expected a task that failed or was called off, found task '{task.TaskId}', which is {task.Status}.");
}
