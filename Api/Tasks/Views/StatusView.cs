using System.ComponentModel;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Api.Tasks.Views;

/// <summary>How a task stands.</summary>
[DisplayName("TaskStatus")]
internal sealed record StatusView
{
    [Description("The task's id.")]
    public required string Id { get; init; }

    [Description("How it stands.")]
    public required TrackedStatus Status { get; init; }

    [Description("The state its workflow has last reported from.")]
    public string? Step { get; init; }

    [Description("Which execution of it this is, from 1.")]
    public required int Attempt { get; init; }

    [Description("Why, once it has failed or was called off.")]
    public FailureView? Failure { get; init; }

    [Description("When anything about it last changed.")]
    public required DateTimeOffset UpdatedAt { get; init; }

    public static StatusView Of(TrackedTask task) => new()
    {
        Id = task.TaskId,
        Status = task.Status,
        Step = task.Step,
        Attempt = task.Attempt,
        Failure = FailureView.Of(task.Failure),
        UpdatedAt = task.UpdatedAt,
    };
}
