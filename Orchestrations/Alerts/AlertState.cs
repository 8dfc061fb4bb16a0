namespace TaskOrchestration.Orchestrations.Alerts;

/// <summary>How a rule stands, and since when.</summary>
public sealed record AlertState
{
    /// <summary>How it stands.</summary>
    public required AlertStatus Status { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When it was last evaluated.</summary>
    public required DateTimeOffset EvaluatedAt { get; init; }

    /// <summary>What was found then.</summary>
    public double Value { get; init; }

    /// <summary>While it fires: since when it has been well again; none while it is not.</summary>
    public DateTimeOffset? WellSince { get; init; }

    /// <summary>The state of a rule that has not been evaluated.</summary>
    public static AlertState New(DateTimeOffset now) => new() { Status = AlertStatus.Inactive, Since = now, EvaluatedAt = DateTimeOffset.MinValue };

    /// <summary>How the rule stands after it has been evaluated.</summary>
    public AlertState After(AlertRule rule, double value, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var isTooMuch = value > rule.Threshold;
        var evaluated = this with { Value = value, EvaluatedAt = now };
        return (Status, isTooMuch) switch
        {
            (AlertStatus.Firing, true) => evaluated with { WellSince = null },
            (AlertStatus.Firing, false) => now - (WellSince ?? now) >= rule.ResolveAfter
                ? evaluated with { Status = AlertStatus.Resolved, Since = now, WellSince = null }
                : evaluated with { WellSince = WellSince ?? now },
            (AlertStatus.Pending, true) => now - Since >= rule.PendingFor ? evaluated with { Status = AlertStatus.Firing, Since = now } : evaluated,
            (AlertStatus.Pending, false) => evaluated with { Status = AlertStatus.Inactive, Since = now },
            (_, true) => evaluated with { Status = rule.PendingFor > TimeSpan.Zero ? AlertStatus.Pending : AlertStatus.Firing, Since = now },
            (_, false) => evaluated,
        };
    }
}
