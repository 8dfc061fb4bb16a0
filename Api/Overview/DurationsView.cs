using System.ComponentModel;

namespace TaskOrchestration.Api.Overview;

[DisplayName("Durations")]
[Description("Percentiles of durations, in seconds.")]
internal sealed record DurationsView
{
    [Description("Of how many executions.")]
    public required long Count { get; init; }

    public required double P50 { get; init; }

    public required double P95 { get; init; }

    public required double P99 { get; init; }
}
