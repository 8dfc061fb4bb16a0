namespace TaskOrchestration.Orchestrations.Resources.Queues;

/// <summary>A queue.</summary>
/// <param name="Name">Its name; one that ends in <c>.fifo</c> keeps the order of each message group.</param>
public sealed record QueueRecord(string Name)
{
    /// <summary>What the names of queues and topics end with that keep an order.</summary>
    public const string FifoEnding = ".fifo";

    /// <summary>Whether it keeps the order of each message group.</summary>
    public bool IsFifo => Name.EndsWith(FifoEnding, StringComparison.Ordinal);

    /// <summary>Whether messages of a FIFO queue that bring no deduplication id are told apart by their bodies.</summary>
    public bool DeduplicatesByContent { get; init; }
}
