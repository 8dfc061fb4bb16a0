using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>The use cases of tasks. Who may do what is the caller's affair.</summary>
/// <remarks>
/// Every method that takes a version changes nothing and throws <see cref="TaskRefusal.VersionMismatch"/> when the task has another. All throw
/// <see cref="TaskRefusedException"/> with <see cref="TaskRefusal.TaskDoesNotExist"/> for a task that is not there.
/// </remarks>
public interface ITaskService
{
    /// <summary>Takes a task down and starts its workflow. Durable when it returns.</summary>
    ValueTask<TrackedTask> SubmitAsync(TaskSubmission submission, CancellationToken cancellationToken = default);

    /// <summary>The task as it stands; its status agrees with its execution's.</summary>
    ValueTask<TrackedTask> DescribeAsync(string taskId, CancellationToken cancellationToken = default);

    /// <summary>A page of tasks.</summary>
    /// <exception cref="InvalidCursorException">The cursor was not given out for this query.</exception>
    ValueTask<TaskPage> ListAsync(TaskQuery query, int limit, string? cursor, CancellationToken cancellationToken = default);

    /// <summary>Changes what people say about a task.</summary>
    ValueTask<TrackedTask> EditAsync(string taskId, long? version, TaskEdit edit, string by, CancellationToken cancellationToken = default);

    /// <summary>Deletes a task that has ended, with its attachments. Its order or transaction stays.</summary>
    ValueTask DeleteAsync(string taskId, long? version, string by, CancellationToken cancellationToken = default);

    /// <summary>
    /// Calls a task off: stops its execution, undoes what that has done of an order or a transaction, and only then says Cancelled. A task that was called off
    /// before stays as it is.
    /// </summary>
    /// <exception cref="TaskRefusedException"><see cref="TaskRefusal.WrongStatus"/>: it has ended otherwise.</exception>
    ValueTask<TrackedTask> CancelAsync(string taskId, string? reason, string by, CancellationToken cancellationToken = default);

    /// <summary>Has a task that failed or was called off go on where it failed, or, if its execution cannot be redriven to any effect, begin again.</summary>
    ValueTask<TrackedTask> RetryAsync(string taskId, string by, CancellationToken cancellationToken = default);

    /// <summary>Lets an order that waits for a decision go on. The same decision again changes nothing.</summary>
    ValueTask<TrackedTask> ApproveAsync(string taskId, string? note, string by, CancellationToken cancellationToken = default);

    /// <summary>Turns an order down that waits for a decision.</summary>
    ValueTask<TrackedTask> RejectAsync(string taskId, string? note, string by, CancellationToken cancellationToken = default);
}
