using TaskOrchestration.Orchestrations.Resources.Queues;

namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>The queues that tasks send messages to.</summary>
public sealed class LocalQueueReceivers(QueueDirectory queues, MessagePost post) : IQueueReceivers
{
    /// <inheritdoc/>
    public IStatusReceiver To(string queue) => new QueueReceiver(queues, post, queue);
}
