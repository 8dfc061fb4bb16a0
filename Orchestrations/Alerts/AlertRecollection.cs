namespace TaskOrchestration.Orchestrations.Alerts;

/// <summary>What is known of alerts.</summary>
public sealed record AlertRecollection
{
    /// <summary>The states, by rule.</summary>
    public required IReadOnlyDictionary<string, AlertState> States { get; init; }

    /// <summary>How many executions failed, by the seconds since the epoch with which each step of time began.</summary>
    public required IReadOnlyDictionary<long, long> FailedExecutions { get; init; }

    /// <summary>How many calls were turned down, in the same way.</summary>
    public required IReadOnlyDictionary<long, long> ThrottledCalls { get; init; }

    /// <summary>The notices that nobody has taken yet.</summary>
    public required IReadOnlyList<AlertNotice> Notices { get; init; }
}
