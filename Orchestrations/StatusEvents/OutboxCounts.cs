namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>How much of a subscription waits.</summary>
/// <param name="Pending">How many changes wait to be delivered; at most <see cref="Most"/> are counted.</param>
/// <param name="Oldest">When the oldest of them happened; null if there is none.</param>
/// <param name="Dead">How many were given up; at most <see cref="Most"/> are counted.</param>
public sealed record OutboxCounts(int Pending, DateTimeOffset? Oldest, int Dead)
{
    /// <summary>How far is counted.</summary>
    public const int Most = 10_000;
}
