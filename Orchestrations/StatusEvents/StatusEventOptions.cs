namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>How events are delivered.</summary>
public sealed record StatusEventOptions
{
    /// <summary>How long an event is offered again to a receiver that does not take it.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long an event that was given up is kept.</summary>
    public TimeSpan KeepDead { get; init; } = TimeSpan.FromDays(14);

    /// <summary>How many events of one subscription are under way at once.</summary>
    public int Concurrency { get; init; } = 16;
}
