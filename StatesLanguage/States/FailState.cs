using TaskOrchestration.StatesLanguage.Expressions;

namespace TaskOrchestration.StatesLanguage.States;

/// <summary>A state that ends its graph with a failure. It has no exit event and nothing can catch it in its own graph.</summary>
/// <seealso href="https://states-language.net/spec.html#fail-state">Fail State in the specification</seealso>
public sealed record FailState : State
{
    /// <inheritdoc/>
    public override string Type => "Fail";

    /// <summary>The error name: a text, a path or an intrinsic function that yields one; or null for none.</summary>
    public Expression? Error { get; init; }

    /// <summary>The cause, likewise.</summary>
    public Expression? Cause { get; init; }
}
