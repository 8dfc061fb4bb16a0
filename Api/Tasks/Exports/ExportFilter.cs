using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Api.Tasks.Exports;

/// <summary>Which tasks are exported, and in which order.</summary>
[Description("Which tasks, and in which order. What is not said does not restrict.")]
internal sealed record ExportFilter
{
    [StringLength(TaskRules.MaximumOwnerLength, MinimumLength = 1), Printable, Description("Only this owner's.")]
    public string? Owner { get; init; }

    [MaxLength(6), Description("Only those with one of these statuses.")]
    public IReadOnlyList<TrackedStatus>? Status { get; init; }

    [MaxLength(4), Description("Only those of one of these kinds.")]
    public IReadOnlyList<TaskKind>? Kind { get; init; }

    [Description("Only those taken down at this moment or later.")]
    public DateTimeOffset? CreatedFrom { get; init; }

    [Description("Only those taken down before this moment.")]
    public DateTimeOffset? CreatedTo { get; init; }

    [StringLength(200, MinimumLength = 1), Printable, Description("Only those whose id, title, owner or subject contains this text.")]
    public string? Text { get; init; }

    [DefaultValue("created"), Description("What they are sorted by.")]
    public TaskSort Sort { get; init; } = TaskSort.Created;

    [DefaultValue("desc"), Description("In which direction.")]
    public SortDirection Order { get; init; } = SortDirection.Desc;

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

    public static ExportFilter Of(TaskQuery query) => new()
    {
        Owner = query.Owner,
        Status = query.Statuses.Count > 0 ? query.Statuses : null,
        Kind = query.Kinds.Count > 0 ? query.Kinds : null,
        CreatedFrom = query.CreatedFrom,
        CreatedTo = query.CreatedTo,
        Text = query.Text,
        Sort = query.Sort,
        Order = query.IsDescending ? SortDirection.Desc : SortDirection.Asc,
    };
}
