using System.ComponentModel;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>Executions that began in one stretch of time, with how they stand now.</summary>
[DisplayName("MachineMetricsBucket")]
internal sealed record MetricsBucketView
{
    /// <summary>When it begins.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>How many began.</summary>
    public required int Started { get; init; }

    /// <summary>How many of those succeeded.</summary>
    public required int Succeeded { get; init; }

    /// <summary>How many of those failed.</summary>
    public required int Failed { get; init; }

    /// <summary>How many of those timed out.</summary>
    public required int TimedOut { get; init; }

    /// <summary>How many of those were stopped.</summary>
    public required int Aborted { get; init; }

    /// <summary>How long those that succeeded took: half no longer, in seconds.</summary>
    public double? P50 { get; init; }

    /// <summary>How long those that succeeded took: 95 of a hundred no longer, in seconds.</summary>
    public double? P95 { get; init; }

    public static MetricsBucketView Of(MetricsPart part) => new()
    {
        From = part.From,
        Started = part.Started,
        Succeeded = part.Succeeded,
        Failed = part.Failed,
        TimedOut = part.TimedOut,
        Aborted = part.Aborted,
        P50 = part.Median?.TotalSeconds,
        P95 = part.Percentile95?.TotalSeconds,
    };
}
