namespace TaskOrchestration.Domain.Access;

/// <summary>Which records of the audit journal are asked for; all of them if nothing is said.</summary>
public sealed record AuditQuery
{
    /// <summary>Those from this moment on.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Those of this caller.</summary>
    public string? Who { get; init; }

    /// <summary>Those whose action begins with this text.</summary>
    public string? Action { get; init; }

    /// <summary>Those with this outcome.</summary>
    public string? Outcome { get; init; }

    /// <summary>Those before this place in the journal; the newest come first.</summary>
    public long? Before { get; init; }

    /// <summary>Whether a record is one of those.</summary>
    public bool Asks(AuditRecord record) =>
        (Since is null || record.Entry.Time >= Since)
        && (Who is null || record.Entry.Who == Who)
        && (Action is null || record.Entry.Action.StartsWith(Action, StringComparison.Ordinal))
        && (Outcome is null || record.Entry.Outcome == Outcome)
        && (Before is null || record.Sequence < Before);
}
