using System.ComponentModel;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Api.Tasks.Views;

/// <summary>A line of a task's history. The token it was reported under stays inside.</summary>
[DisplayName("TaskChange")]
internal sealed record ChangeView
{
    [Description("The status from then on.")]
    public required TrackedStatus Status { get; init; }

    [Description("When.")]
    public required DateTimeOffset At { get; init; }

    [Description("Who: a caller's name, or workflow:STATE.")]
    public required string By { get; init; }

    [Description("What a reader should know.")]
    public string? Note { get; init; }

    public static ChangeView Of(TaskChange change) => new() { Status = change.Status, At = change.At, By = change.By, Note = change.Note };
}
