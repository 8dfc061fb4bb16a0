using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Api.Schedules;

/// <summary>Which page of a schedule's firings.</summary>
internal sealed record FiringsQuery
{
    [StringLength(ScheduleRules.MaximumNameLength, MinimumLength = 1), Spelled(SchedulePath.NamePattern, SchedulePath.NameWords), Example("nightly-settlement"), Description("The schedule's name.")]
    public required string Name { get; init; }

    [Range(1, Paging.MaximumLimit), DefaultValue(Paging.DefaultLimit), Description("At most so many.")]
    public int? Limit { get; init; }

    [StringLength(Paging.LongestCursor, MinimumLength = 1), Description("Where the last page ended.")]
    public string? Cursor { get; init; }
}
