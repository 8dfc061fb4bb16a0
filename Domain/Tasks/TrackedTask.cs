using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Tasks;

/// <summary>A piece of business that people follow: one purchase, refund, order or batch, with the workflow that carries it out.</summary>
/// <remarks>Its status is the last line of its history, so the two cannot disagree.</remarks>
public sealed record TrackedTask
{
    /// <summary>Its id, which is also the name of its execution.</summary>
    public required string TaskId { get; init; }

    /// <summary>What it is about.</summary>
    public required TaskKind Kind { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>Whose it is: the name of a caller.</summary>
    public required string Owner { get; init; }

    /// <summary>How urgent it is.</summary>
    public TaskPriority Priority { get; init; } = TaskPriority.Normal;

    /// <summary>When it should be done.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The name of the state machine that carries it out.</summary>
    public required string Workflow { get; init; }

    /// <summary>The JSON text its workflow is started with.</summary>
    public required string Input { get; init; }

    /// <summary>The id of the order or transaction it is about, once that is known.</summary>
    public string? SubjectId { get; init; }

    /// <summary>The ARN of its present execution; none until one was started.</summary>
    public string? ExecutionArn { get; init; }

    /// <summary>Which execution of it this is, from 1. A retry that cannot go on where the last one failed starts another.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The state its workflow has last reported from.</summary>
    public string? Step { get; init; }

    /// <summary>While it waits for a decision, the task token that brings the decision to its workflow. Never shown to anyone.</summary>
    public string? DecisionToken { get; init; }

    /// <summary>The JSON text of its result, once it has succeeded.</summary>
    public string? Result { get; init; }

    /// <summary>Why, once it has failed or was called off.</summary>
    public TaskFailure? Failure { get; init; }

    /// <summary>Every status it has had, oldest first; never empty. <see cref="TaskHistory"/> says what is left out of a very long one.</summary>
    public required ValueList<TaskChange> History { get; init; }

    /// <summary>When anything about it last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>How often it has been saved; 0 before the first time. Set by the store.</summary>
    public long Version { get; init; }

    /// <summary>How it stands.</summary>
    public TrackedStatus Status => History[^1].Status;

    /// <summary>When it was taken down.</summary>
    public DateTimeOffset CreatedAt => History[0].At;

    /// <summary>Whether a report under this token has been taken down already.</summary>
    public bool Knows(string token) => History.Any(change => change.Token == token);

    /// <summary>This task, moved to another status, or running on; itself when a report under this token has been taken down already.</summary>
    /// <param name="status">The status from now on.</param>
    /// <param name="at">When.</param>
    /// <param name="by">Who moved it: a caller's name, or <c>workflow:STATE</c>.</param>
    /// <param name="token">The idempotency token of the report.</param>
    /// <param name="note">What a reader of the history should know.</param>
    /// <exception cref="IllegalTransitionException">The present status does not lead there.</exception>
    public TrackedTask MovedTo(TrackedStatus status, DateTimeOffset at, string by, string token, string? note = null)
    {
        if (Knows(token))
        {
            return this;
        }

        if (!TaskTransitions.Leads(Status, status))
        {
            throw new IllegalTransitionException(
                $"Task '{TaskId}' is {Status} and cannot become {status}; it can become {TaskTransitions.NamesAfter(Status)}.");
        }

        return this with { History = TaskHistory.With(History, new TaskChange(status, at, by, token, note)), UpdatedAt = at };
    }

    /// <summary>This task with a line more in its history and everything else as it is; itself when the token is known already.</summary>
    /// <remarks>What happens to the business of a task after its end is said so: its status stays.</remarks>
    public TrackedTask Noted(DateTimeOffset at, string by, string token, string note) => Knows(token)
        ? this
        : this with { History = TaskHistory.With(History, new TaskChange(Status, at, by, token, note)), UpdatedAt = at };

    /// <summary>This task with what people say about it changed; itself when nothing would be another. Null leaves a thing as it is.</summary>
    /// <param name="at">When.</param>
    /// <param name="title">What people call it.</param>
    /// <param name="owner">Whose it is.</param>
    /// <param name="priority">How urgent it is.</param>
    /// <param name="due">When it should be done.</param>
    /// <param name="clearsDue">Whether it is to be due at no time any more.</param>
    /// <exception cref="InvalidTaskException">A title or an owner that no task can have.</exception>
    public TrackedTask Edited(
        DateTimeOffset at,
        string? title = null,
        string? owner = null,
        TaskPriority? priority = null,
        DateTimeOffset? due = null,
        bool clearsDue = false)
    {
        TaskRules.CheckTitle(title ?? Title);
        TaskRules.CheckOwner(owner ?? Owner);
        var edited = this with
        {
            Title = title ?? Title,
            Owner = owner ?? Owner,
            Priority = priority ?? Priority,
            Due = clearsDue ? null : due ?? Due,
        };
        return edited == this ? this : edited with { UpdatedAt = at };
    }
}
