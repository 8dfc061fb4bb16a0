using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Orchestrations.Activities;

/// <summary>Hands the tasks of activities to the workers that ask for them.</summary>
public interface IActivityTasks
{
    /// <summary>The task of an activity that has waited longest; waits for one if there is none. Of several workers that wait, the first to ask gets it.</summary>
    /// <param name="activityArn">The activity.</param>
    /// <param name="worker">The name that the worker gave itself, for the history; or null.</param>
    /// <param name="cancellationToken">The worker has gone: it gets no task.</param>
    /// <returns>The task, which counts as taken up, durably; or null where there was none for a minute, or the host shuts down.</returns>
    /// <exception cref="RefusedException">There is no such activity, or too many workers wait already.</exception>
    ValueTask<HandedTask?> TakeAsync(string activityArn, string? worker, CancellationToken cancellationToken = default);
}
