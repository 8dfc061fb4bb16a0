using System.ComponentModel;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>How long executions took that succeeded, in seconds.</summary>
[DisplayName("DurationPercentiles")]
internal sealed record DurationView
{
    /// <summary>Half of them took no longer.</summary>
    public required double P50 { get; init; }

    /// <summary>95 of a hundred took no longer.</summary>
    public required double P95 { get; init; }

    public static DurationView? Of(MetricsPart part) =>
        part is { Median: { } median, Percentile95: { } most } ? new DurationView { P50 = median.TotalSeconds, P95 = most.TotalSeconds } : null;
}
