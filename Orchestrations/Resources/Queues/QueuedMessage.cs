using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Queues;

/// <summary>A message in a queue.</summary>
public sealed record QueuedMessage
{
    /// <summary>The name of the queue.</summary>
    public required string Queue { get; init; }

    /// <summary>Its id.</summary>
    public required string MessageId { get; init; }

    /// <summary>Its place among all messages; later ones have greater ones.</summary>
    public required long Position { get; init; }

    /// <summary>What it says.</summary>
    public required string Body { get; init; }

    /// <summary>The attributes it brings.</summary>
    public JsonObject Attributes { get; init; } = JsonObject.Empty;

    /// <summary>Its group in a FIFO queue.</summary>
    public string? Group { get; init; }

    /// <summary>When it was sent, to the millisecond.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>From when on it can be received.</summary>
    public required DateTimeOffset VisibleAt { get; init; }

    /// <summary>How often it has been received.</summary>
    public required int ReceiveCount { get; init; }
}
