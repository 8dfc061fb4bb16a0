namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>A change that waits to be delivered.</summary>
/// <param name="Change">The change.</param>
/// <param name="Attempts">How often its delivery was tried in vain.</param>
/// <param name="Since">Since when it waits: since it happened, or since it was taken up again after it had been given up.</param>
public sealed record OutboxEntry(StatusChange Change, int Attempts, DateTimeOffset Since)
{
    /// <summary>Tells this state of the entry from others, where several take entries at once; else empty.</summary>
    public string Version { get; init; } = "";
}
