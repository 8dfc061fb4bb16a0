using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Api.Tasks;

/// <summary>Which tasks, and which part of the list.</summary>
internal sealed record TaskListing : TaskFilter
{
    [Range(1, Paging.MaximumLimit), DefaultValue(Paging.DefaultLimit), Description("The most tasks on a page.")]
    public int Limit { get; init; } = Paging.DefaultLimit;

    [StringLength(Paging.LongestCursor, MinimumLength = 1), Printable, Description("What the page before said comes next.")]
    public string? Cursor { get; init; }

    [Header(Preconditions.IfNoneMatch), StringLength(1000, MinimumLength = 1), Description("ETags of this page that the caller has; 304 if it is still the same.")]
    public string? IfNoneMatch { get; init; }

    /// <summary>What a caller may see of what was asked for; null for nothing.</summary>
    public TaskQuery? For(Caller caller) => Owner is null || caller.MaySee(Owner) ? ToQuery(caller.SeesAll ? Owner : caller.Name) : null;
}
