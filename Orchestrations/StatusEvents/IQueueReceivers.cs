namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>The queues of the host, as receivers of events.</summary>
public interface IQueueReceivers
{
    /// <summary>Puts events into the queue of a name.</summary>
    IStatusReceiver To(string queue);
}
