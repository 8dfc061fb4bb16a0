using System.ComponentModel;

namespace TaskOrchestration.Api.Overview;

[DisplayName("Overview")]
[Description("How things stand, for a dashboard. What the caller may not see is missing.")]
internal sealed record OverviewView
{
    [Description("When this was found out; the answer may be some seconds old.")]
    public required DateTimeOffset At { get; init; }

    [Description("Since when executions are looked at.")]
    public required DateTimeOffset Since { get; init; }

    [Description("Tasks: everybody's for an operator, their own for everybody else.")]
    public required TasksOverview Tasks { get; init; }

    [Description("Executions; missing for callers who may not list them.")]
    public ExecutionsOverview? Executions { get; init; }

    [Description("The alerts that are firing; missing for callers who may not list alerts.")]
    public IReadOnlyList<FiringAlertView>? Alerts { get; init; }

    [Description("The schedules; missing for callers who may not list them.")]
    public IReadOnlyList<ScheduleOverview>? Schedules { get; init; }
}
