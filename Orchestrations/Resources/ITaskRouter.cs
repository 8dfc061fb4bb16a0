namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>Has tasks done by whatever their resources name. What a driver knows of the world.</summary>
public interface ITaskRouter
{
    /// <summary>Does the task and answers with how it went.</summary>
    /// <remarks>
    /// Drivers call this on a pool thread, for many tasks at once, and more than once for one task after a crash. A failure of the task is an
    /// <see cref="TaskOutcome.Failed"/>, not an exception; an exception that gets out anyway fails the task with the name of its type.
    /// A call that completes synchronously costs nothing more than the call. The token is cancelled when nobody waits for the task any
    /// more or the driver shuts down; what is answered then is dropped.
    /// </remarks>
    ValueTask<TaskOutcome> InvokeAsync(TaskCall call, CancellationToken cancellationToken);
}
