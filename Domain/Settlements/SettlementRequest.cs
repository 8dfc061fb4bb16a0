namespace TaskOrchestration.Domain.Settlements;

/// <summary>What to settle. Nothing is required: without a day, it is the one before the workflow was started.</summary>
public sealed record SettlementRequest
{
    /// <summary>The day.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Where the day is counted: an IANA time zone. Without one, the zone of the options.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The moment up to which to settle, in place of the end of the day.</summary>
    public DateTimeOffset? CutOff { get; init; }

    /// <summary>When the workflow was started.</summary>
    public DateTimeOffset? StartedAt { get; init; }
}
