namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>Takes the events of a subscription to where they go.</summary>
public interface IStatusReceiver
{
    /// <summary>Takes an event there.</summary>
    /// <exception cref="OperationCanceledException">It was called off.</exception>
    ValueTask<Reception> SendAsync(StatusMessage message, CancellationToken cancellationToken);
}
