using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.StatusEvents;

/// <summary>Which page of the events that were given up.</summary>
internal sealed record DeadEventsQuery
{
    [StringLength(DeadEventPath.LongestName, MinimumLength = 1), Example("billing"), Description("The subscription's name. The slash in that of a rule is percent-encoded.")]
    public required string Name { get; init; }

    [Range(1, Paging.MaximumLimit), DefaultValue(Paging.DefaultLimit), Description("At most so many.")]
    public int? Limit { get; init; }

    [StringLength(400, MinimumLength = 1), Description("Where the last page ended.")]
    public string? Cursor { get; init; }
}
