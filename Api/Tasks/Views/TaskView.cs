using System.ComponentModel;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tasks.Views;

/// <summary>A task as callers see it. The token that brings a decision to its workflow is not among the things they see.</summary>
[DisplayName("Task"), Description("A piece of business that people follow: one purchase, refund, order or batch, with the workflow that carries it out.")]
internal sealed record TaskView
{
    [Description("Its id."), Example("task-01jd8m3v5q2x7c9e4r6t8w0y1z")]
    public required string Id { get; init; }

    [Description("What it is about.")]
    public required TaskKind Kind { get; init; }

    [Description("What people call it.")]
    public required string Title { get; init; }

    [Description("Whose it is: the name of a caller.")]
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

    [Description("The ARN of its present execution.")]
    public string? ExecutionArn { get; init; }

    [Description("Which execution of it this is, from 1.")]
    public required int Attempt { get; init; }

    [Description("What its workflow was started with.")]
    public required Json Input { get; init; }

    [Description("Its result, once it has succeeded.")]
    public Json? Result { get; init; }

    [Description("Why, once it has failed or was called off.")]
    public FailureView? Failure { get; init; }

    [Description("Every status it has had, oldest first.")]
    public required IReadOnlyList<ChangeView> History { get; init; }

    [Description("When it was taken down.")]
    public required DateTimeOffset CreatedAt { get; init; }

    [Description("When anything about it last changed.")]
    public required DateTimeOffset UpdatedAt { get; init; }

    [Description("How often it has been saved; the ETag is this number in quotes.")]
    public required long Version { get; init; }

    public static TaskView Of(TrackedTask task) => new()
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
        ExecutionArn = task.ExecutionArn,
        Attempt = task.Attempt,
        Input = Json.Parse(task.Input),
        Result = task.Result is null ? null : Json.Parse(task.Result),
        Failure = FailureView.Of(task.Failure),
        History = [.. task.History.Select(ChangeView.Of)],
        CreatedAt = task.CreatedAt,
        UpdatedAt = task.UpdatedAt,
        Version = task.Version,
    };
}
