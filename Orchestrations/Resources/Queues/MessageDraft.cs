using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Queues;

/// <summary>A message that is to go into a queue.</summary>
/// <param name="Queue">The name of the queue.</param>
/// <param name="MessageId">Its id.</param>
/// <param name="Body">What it says.</param>
public sealed record MessageDraft(string Queue, string MessageId, string Body)
{
    /// <summary>The attributes it brings, as the service takes them: <c>{NAME: {DataType, StringValue | BinaryValue}}</c>.</summary>
    public JsonObject Attributes { get; init; } = JsonObject.Empty;

    /// <summary>Messages of one group are received one after the other; null in a queue without groups.</summary>
    public string? Group { get; init; }

    /// <summary>A message is dropped when one with this id came into the queue within five minutes; null for never.</summary>
    public string? DeduplicationId { get; init; }

    /// <summary>How long nobody gets it.</summary>
    public TimeSpan Delay { get; init; }
}
