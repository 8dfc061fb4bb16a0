using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>How the records of tasks are read and changed.</summary>
internal static class TaskRecords
{
    private const int Attempts = 32;

    /// <summary>The task of this id.</summary>
    /// <exception cref="TaskRefusedException">There is none.</exception>
    public static async ValueTask<TrackedTask> GetAsync(this ITaskStore tasks, string taskId, CancellationToken cancellationToken) =>
        await tasks.FindAsync(taskId, cancellationToken) ?? throw DoesNotExist(taskId);

    /// <summary>Changes a task, and does so again from what is kept then when somebody else has saved it in between. A change that answers the task it was given saves nothing.</summary>
    /// <returns>The task as it is kept now.</returns>
    public static async ValueTask<TrackedTask> ChangeAsync(
        this ITaskStore tasks, string taskId, Func<TrackedTask, TrackedTask> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var current = await tasks.GetAsync(taskId, cancellationToken);
            var changed = change(current);
            if (ReferenceEquals(changed, current) || changed == current)
            {
                return current;
            }

            if (await tasks.TrySaveAsync(changed, cancellationToken) is { } saved)
            {
                return saved;
            }
        }

        throw new TransientFailureException($"Task '{taskId}' was changed by others {Attempts} times while it was being changed.");
    }

    /// <summary>The lines since the task last went to work: since it was taken down, or tried again.</summary>
    public static IEnumerable<TaskChange> PresentRun(this TrackedTask task) =>
        task.History.Reverse().TakeWhile(change => !TaskTransitions.IsEnd(change.Status) && change.Status != TrackedStatus.Pending);

    /// <summary>The same, with the line that ended it, if it has ended.</summary>
    public static IEnumerable<TaskChange> PresentRunWithEnd(this TrackedTask task)
    {
        var lines = task.History.Reverse();
        return TaskTransitions.IsEnd(task.Status)
            ? lines.Take(1).Concat(lines.Skip(1).TakeWhile(change => !TaskTransitions.IsEnd(change.Status)))
            : task.PresentRun();
    }

    public static TaskRefusedException DoesNotExist(string taskId) => new(TaskRefusal.TaskDoesNotExist, $"No task has the id '{taskId}'.");
}
