using System.ComponentModel;
using TaskOrchestration.Api.Schedules;

namespace TaskOrchestration.Api.Overview;

[DisplayName("ScheduleOverview")]
[Description("A schedule with its next and its last firing.")]
internal sealed record ScheduleOverview
{
    public required string Name { get; init; }

    public required string StateMachine { get; init; }

    public required bool Enabled { get; init; }

    [Description("When it is due next.")]
    public DateTimeOffset? NextDue { get; init; }

    [Description("The firing whose execution was started last.")]
    public FiringView? LastFired { get; init; }
}
