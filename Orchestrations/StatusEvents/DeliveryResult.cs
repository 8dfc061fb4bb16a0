namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>What became of an entry.</summary>
public abstract record DeliveryResult
{
    private DeliveryResult(OutboxEntry entry) => Entry = entry;

    /// <summary>The entry.</summary>
    public OutboxEntry Entry { get; }

    /// <summary>It has been delivered, or nobody wants it.</summary>
    public sealed record Settled(OutboxEntry Entry) : DeliveryResult(Entry);

    /// <summary>It is tried again.</summary>
    /// <param name="Entry">The entry.</param>
    /// <param name="Until">From when on.</param>
    /// <param name="Reason">What was wrong.</param>
    public sealed record Postponed(OutboxEntry Entry, DateTimeOffset Until, string Reason) : DeliveryResult(Entry);

    /// <summary>It is given up, and kept for somebody to look at.</summary>
    /// <param name="Entry">The entry.</param>
    /// <param name="At">When.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Dead(OutboxEntry Entry, DateTimeOffset At, string Reason) : DeliveryResult(Entry);
}
