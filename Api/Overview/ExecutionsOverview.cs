using System.ComponentModel;

namespace TaskOrchestration.Api.Overview;

[DisplayName("ExecutionsOverview")]
[Description("How STANDARD executions stand, the children of Map Runs left out. Numbers are of those executions that were looked at.")]
internal sealed record ExecutionsOverview
{
    [Description("Whether all executions were looked at that there are; if not, the numbers are at least so high.")]
    public required bool Complete { get; init; }

    [Description("How many are running, whenever they were started.")]
    public required long Running { get; init; }

    [Description("How many were started today, a day being one in UTC.")]
    public required long StartedToday { get; init; }

    [Description("How many of those started today have failed or timed out.")]
    public required long FailedToday { get; init; }

    [Description("The running execution that was started first; missing when none runs.")]
    public RunningExecutionView? OldestRunning { get; init; }

    [Description("The time since then in equal parts, the oldest first.")]
    public required IReadOnlyList<ThroughputView> Series { get; init; }

    [Description("How long executions took that were started since then and have succeeded; missing when there are none.")]
    public DurationsView? Durations { get; init; }
}
