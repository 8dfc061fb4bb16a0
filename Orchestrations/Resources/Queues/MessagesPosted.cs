namespace TaskOrchestration.Orchestrations.Resources.Queues;

/// <summary>A queue has got messages.</summary>
/// <param name="queue">Its name.</param>
public sealed class MessagesPosted(string queue) : EventArgs
{
    /// <summary>Its name.</summary>
    public string Queue { get; } = queue;
}
