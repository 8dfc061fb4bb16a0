namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>Executions that began in one stretch of time.</summary>
public sealed record MetricsPart
{
    /// <summary>When it begins.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>How many began.</summary>
    public int Started { get; init; }

    /// <summary>How many of those run.</summary>
    public int Running { get; init; }

    /// <summary>How many of those succeeded.</summary>
    public int Succeeded { get; init; }

    /// <summary>How many of those failed.</summary>
    public int Failed { get; init; }

    /// <summary>How many of those timed out.</summary>
    public int TimedOut { get; init; }

    /// <summary>How many of those were stopped.</summary>
    public int Aborted { get; init; }

    /// <summary>Half of those that succeeded took no longer; null if none has.</summary>
    public TimeSpan? Median { get; init; }

    /// <summary>95 of a hundred of those that succeeded took no longer; null if none has.</summary>
    public TimeSpan? Percentile95 { get; init; }
}
