using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <inheritdoc cref="ITaskReports"/>
internal sealed class TaskReports(ITaskStore tasks, TaskReconciliation reconciliation, TimeProvider time) : ITaskReports
{
    /// <inheritdoc/>
    public async ValueTask ReportAsync(TaskReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (!AttemptName.TryParse(report.ExecutionName, out var taskId, out var attempt)
            || await tasks.FindAsync(taskId, cancellationToken) is not { } task
            || task.Attempt != attempt)
        {
            return;
        }

        // A step that is at work although the task has ended: its execution was redriven without the task, or stopped just now.
        if (TaskTransitions.IsEnd(task.Status) && TaskTransitions.IsEnd((await reconciliation.AgreeAsync(task, cancellationToken)).Status))
        {
            return;
        }

        await tasks.ChangeAsync(
            taskId, current => current.Attempt == attempt && !TaskTransitions.IsEnd(current.Status) ? Taken(current, report) : current, cancellationToken);
    }

    private TrackedTask Taken(TrackedTask task, TaskReport report)
    {
        var reported = report.DecisionToken is { } token ? Waiting(task, report, token) : Running(task, report);
        return report.SubjectId is { } subject && task.Kind != TaskKind.Batch && reported.SubjectId != subject
            ? reported with { SubjectId = subject, UpdatedAt = time.GetUtcNow() }
            : reported;
    }

    private TrackedTask Running(TrackedTask task, TaskReport report)
    {
        // A batch visits one state for many records: the first visit is told.
        var token = task.Kind == TaskKind.Batch ? $"{report.ExecutionName}/{report.StateName}" : report.Token;
        if (task.Knows(token) || (task.Status == TrackedStatus.Running && task.Step == report.StateName))
        {
            return task;
        }

        var moved = task.MovedTo(TrackedStatus.Running, time.GetUtcNow(), By(report), token) with { Step = report.StateName };

        // Somebody else has brought the decision; a decision on record here that is still to be brought keeps its token.
        return task.Status == TrackedStatus.Waiting ? moved with { DecisionToken = null } : moved;
    }

    private TrackedTask Waiting(TrackedTask task, TaskReport report, string decisionToken)
    {
        if (task.Knows(report.Token) || task.DecisionToken == decisionToken || TaskDecisions.DecisionOf(task, decisionToken) is not null)
        {
            return task;
        }

        var now = time.GetUtcNow();
        var running = task.Status == TrackedStatus.Running ? task : task.MovedTo(TrackedStatus.Running, now, By(report), $"{report.Token}/running");
        return running.MovedTo(TrackedStatus.Waiting, now, By(report), report.Token, "Waits for a decision.") with { Step = report.StateName, DecisionToken = decisionToken };
    }

    private static string By(TaskReport report) => $"workflow:{report.StateName}";
}
