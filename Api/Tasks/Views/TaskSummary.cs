using System.ComponentModel;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Api.Tasks.Views;

/// <summary>A task in a list.</summary>
[Description("A task without its input, result and history.")]
internal sealed record TaskSummary
{
    [Description("Its id.")]
    public required string Id { get; init; }

    [Description("What it is about.")]
    public required TaskKind Kind { get; init; }

    [Description("What people call it.")]
    public required string Title { get; init; }

    [Description("Whose it is.")]
    public required string Owner { get; init; }

    [Description("How it stands.")]
    public required TrackedStatus Status { get; init; }

    [Description("How urgent it is.")]
    public required TaskPriority Priority { get; init; }

    [Description("When it should be done.")]
    public DateTimeOffset? Due { get; init; }

    [Description("The state its workflow has last reported from.")]
    public string? Step { get; init; }

    [Description("The name of the state machine that carries it out.")]
    public required string Workflow { get; init; }

    [Description("The id of the order or transaction it is about, once that is known.")]
    public string? SubjectId { get; init; }

    [Description("Why, once it has failed or was called off.")]
    public FailureView? Failure { get; init; }

    [Description("When it was taken down.")]
    public required DateTimeOffset CreatedAt { get; init; }

    [Description("When anything about it last changed.")]
    public required DateTimeOffset UpdatedAt { get; init; }

    [Description("How often it has been saved.")]
    public required long Version { get; init; }

    public static TaskSummary Of(TrackedTask task) => new()
    {
        Id = task.TaskId,
        Kind = task.Kind,
        Title = task.Title,
        Owner = task.Owner,
        Status = task.Status,
        Priority = task.Priority,
        Due = task.Due,
        Step = task.Step,
        Workflow = task.Workflow,
        SubjectId = task.SubjectId,
        Failure = FailureView.Of(task.Failure),
        CreatedAt = task.CreatedAt,
        UpdatedAt = task.UpdatedAt,
        Version = task.Version,
    };
}
