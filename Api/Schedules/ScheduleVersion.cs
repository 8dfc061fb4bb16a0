using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Api.Schedules;

/// <summary>Which schedule, in which version.</summary>
internal sealed record ScheduleVersion
{
    [StringLength(ScheduleRules.MaximumNameLength, MinimumLength = 1), Spelled(SchedulePath.NamePattern, SchedulePath.NameWords), Example("nightly-settlement"), Description("The schedule's name.")]
    public required string Name { get; init; }

    [Header(Preconditions.IfMatch), StringLength(200, MinimumLength = 1), Description("The ETag of the version that is to be changed; needed when there is a schedule of that name.")]
    public string? IfMatch { get; init; }
}
