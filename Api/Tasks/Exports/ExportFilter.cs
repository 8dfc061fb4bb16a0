using System.ComponentModel;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Api.Tasks.Exports;

/// <summary>Which tasks are exported, and in which order.</summary>
[Description("Which tasks, and in which order. What is not said does not restrict.")]
internal sealed record ExportFilter : TaskFilter
{
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
