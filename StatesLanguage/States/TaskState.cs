using TaskOrchestration.StatesLanguage.Expressions;

namespace TaskOrchestration.StatesLanguage.States;

/// <summary>A state that has one unit of work done outside the execution.</summary>
/// <seealso href="https://states-language.net/spec.html#task-state">Task State in the specification</seealso>
public sealed record TaskState : WorkState
{
    /// <inheritdoc/>
    public override string Type => "Task";

    /// <summary>What does the work: an ARN, or the bare name of a function.</summary>
    public required string Resource { get; init; }

    /// <summary>How many seconds the work may take, or null for no limit. Evaluated when the state is entered.</summary>
    public Expression? TimeoutSeconds { get; init; }

    /// <summary>How many seconds may pass between two signs of life, or null for no limit.</summary>
    public Expression? HeartbeatSeconds { get; init; }

    /// <summary>The value of <c>Credentials</c>, or null. Recorded in the history; it changes nothing here.</summary>
    public Expression? Credentials { get; init; }
}
