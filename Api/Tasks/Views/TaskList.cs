using System.ComponentModel;

namespace TaskOrchestration.Api.Tasks.Views;

/// <summary>A page of tasks.</summary>
internal sealed record TaskList
{
    [Description("The tasks of this page.")]
    public required IReadOnlyList<TaskSummary> Items { get; init; }

    [Description("The cursor of the next page; missing on the last. The Link header has the whole address.")]
    public string? Next { get; init; }
}
