using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Api.Schedules;

/// <summary>Which firing of which schedule.</summary>
internal sealed record FiringPath
{
    [StringLength(ScheduleRules.MaximumNameLength, MinimumLength = 1), Spelled(SchedulePath.NamePattern, SchedulePath.NameWords), Example("nightly-settlement"), Description("The schedule's name.")]
    public required string Name { get; init; }

    [StringLength(80, MinimumLength = 1), Spelled(SchedulePath.NamePattern, SchedulePath.NameWords), Description("The firing's id.")]
    public required string Id { get; init; }
}
