using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Api.Tasks;

/// <summary>Which tasks, and in which order.</summary>
internal abstract record TaskFilter
{
    [StringLength(TaskRules.MaximumOwnerLength, MinimumLength = 1), Printable, Description("Only this owner's. Callers who are not operators get their own in any case.")]
    public string? Owner { get; init; }

    [MaxLength(6), Description("Only those with one of these statuses.")]
    public IReadOnlyList<TrackedStatus>? Status { get; init; }

    [MaxLength(4), Description("Only those of one of these kinds.")]
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

    /// <summary>The same as a query, for the tasks of this owner; of all if it is null.</summary>
    public TaskQuery ToQuery(string? owner) => new()
    {
        Owner = owner,
        Statuses = [.. Status ?? []],
        Kinds = [.. Kind ?? []],
        CreatedFrom = CreatedFrom,
        CreatedTo = CreatedTo,
        Text = Text,
        Sort = Sort,
        IsDescending = Order == SortDirection.Desc,
    };
}
