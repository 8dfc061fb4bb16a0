using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Resources.Topics;

/// <summary>A topic.</summary>
/// <param name="Name">Its name; one that ends in <c>.fifo</c> keeps the order of each message group.</param>
public sealed record Topic(string Name)
{
    /// <summary>Whether messages that bring no deduplication id are told apart by what they say.</summary>
    public bool DeduplicatesByContent { get; init; }

    /// <summary>Where its messages go.</summary>
    public ValueList<Subscription> Subscriptions { get; init; } = [];

    /// <summary>Whether it keeps the order of each message group.</summary>
    public bool IsFifo => Name.EndsWith(Queues.QueueRecord.FifoEnding, StringComparison.Ordinal);
}
