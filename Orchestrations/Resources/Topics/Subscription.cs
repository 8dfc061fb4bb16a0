namespace TaskOrchestration.Orchestrations.Resources.Topics;

/// <summary>A queue that gets what is published to a topic.</summary>
/// <param name="Queue">The name of the queue.</param>
/// <param name="IsRaw">Whether it gets the message alone, without the notification around it.</param>
public sealed record Subscription(string Queue, bool IsRaw = false);
