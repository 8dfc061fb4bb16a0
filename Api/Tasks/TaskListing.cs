using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Api.Tasks;

/// <summary>Which tasks, and which part of the list.</summary>
internal sealed record TaskListing
{
    [StringLength(TaskRules.MaximumOwnerLength, MinimumLength = 1), Printable, Description("Only this owner's. Callers who are not operators see their own in any case.")]
    public string? Owner { get; init; }

    [MaxLength(6), Description("Only those with this status; may be repeated.")]
    public IReadOnlyList<TrackedStatus>? Status { get; init; }

    [MaxLength(4), Description("Only those of this kind; may be repeated.")]
    public IReadOnlyList<TaskKind>? Kind { get; init; }

    [Description("Only those taken down at this moment or later.")]
    public DateTimeOffset? CreatedFrom { get; init; }

    [Description("Only those taken down before this moment.")]
    public DateTimeOffset? CreatedTo { get; init; }

    [StringLength(200, MinimumLength = 1), Printable, Description("Only those whose id, title, owner or subject contains this text; case does not matter.")]
    public string? Text { get; init; }

    [DefaultValue("created"), Description("What they are sorted by.")]
    public TaskSort Sort { get; init; } = TaskSort.Created;

    [DefaultValue("desc"), Description("In which direction.")]
    public SortDirection Order { get; init; } = SortDirection.Desc;

    [Range(1, Paging.MaximumLimit), DefaultValue(Paging.DefaultLimit), Description("The most tasks on a page.")]
    public int Limit { get; init; } = Paging.DefaultLimit;

    [StringLength(1000, MinimumLength = 1), Printable, Description("What the page before said comes next.")]
    public string? Cursor { get; init; }

    /// <summary>What a caller may see of what was asked for; null for nothing.</summary>
    public TaskQuery? For(Caller caller) => Owner is null || caller.MaySee(Owner)
        ? new TaskQuery
        {
            Owner = caller.SeesAll ? Owner : caller.Name,
            Statuses = [.. Status ?? []],
            Kinds = [.. Kind ?? []],
            CreatedFrom = CreatedFrom,
            CreatedTo = CreatedTo,
            Text = Text,
            Sort = Sort,
            IsDescending = Order == SortDirection.Desc,
        }
        : null;
}
