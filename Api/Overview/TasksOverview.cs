using System.ComponentModel;
using TaskOrchestration.Api.Tasks.Metrics;

namespace TaskOrchestration.Api.Overview;

[DisplayName("TasksOverview")]
[Description("How tasks stand. A day is one in UTC.")]
internal sealed record TasksOverview
{
    /// <summary>No task at all.</summary>
    public static TasksOverview None { get; } = new() { Counts = [], Total = 0, SubmittedToday = 0, FailedToday = 0 };

    [Description("How many tasks there are by kind and status; combinations without a task are left out.")]
    public required IReadOnlyList<CountView> Counts { get; init; }

    public required long Total { get; init; }

    [Description("How many tasks were taken down today.")]
    public required long SubmittedToday { get; init; }

    [Description("How many of the tasks taken down today have failed.")]
    public required long FailedToday { get; init; }

    [Description("The task that has waited longest; missing when none waits.")]
    public WaitingTaskView? OldestWaiting { get; init; }
}
