namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>A schedule as it is kept.</summary>
public sealed record ScheduleRecord
{
    /// <summary>What it says.</summary>
    public required Schedule Schedule { get; init; }

    /// <summary>How often what it says has been saved; 0 before the first time. Set by the store.</summary>
    public long Version { get; init; }

    /// <summary>Whether it comes from the settings: then it is changed there and nowhere else.</summary>
    public bool IsConfigured { get; init; }

    /// <summary>Every due time up to and including this moment has its firing, or never will.</summary>
    public required DateTimeOffset DecidedUntil { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When what it says last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
