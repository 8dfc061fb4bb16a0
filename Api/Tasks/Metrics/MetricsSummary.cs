using System.ComponentModel;

namespace TaskOrchestration.Api.Tasks.Metrics;

/// <summary>The state of affairs in a few numbers.</summary>
[Description("The state of affairs in a few numbers: of all tasks for an operator, of their own for everybody else. A day is one in UTC.")]
internal sealed record MetricsSummary
{
    [Description("How many tasks there are by kind and status; combinations without a task are left out.")]
    public required IReadOnlyList<CountView> Counts { get; init; }

    [Description("How many tasks there are.")]
    public required long Total { get; init; }

    [Description("Since when the task has waited that has waited longest; missing when none waits.")]
    public DateTimeOffset? OldestWaitingSince { get; init; }

    [Description("How many tasks were taken down today.")]
    public required long SubmittedToday { get; init; }

    [Description("How many of the tasks taken down today have failed.")]
    public required long FailedToday { get; init; }

    [Description("When these numbers were taken.")]
    public required DateTimeOffset At { get; init; }
}
