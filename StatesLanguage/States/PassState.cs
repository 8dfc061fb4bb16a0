using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.States;

/// <summary>A state that does no work: it hands on its input, or a fixed result, or what a template makes of it.</summary>
/// <seealso href="https://states-language.net/spec.html#pass-state">Pass State in the specification</seealso>
public sealed record PassState : State
{
    /// <inheritdoc/>
    public override string Type => "Pass";

    /// <summary>The fixed result, taken verbatim even where member names end in <c>.$</c>; or null to use the effective input.</summary>
    public Json? Result { get; init; }

    /// <summary>The template that makes the effective input, or null to leave it.</summary>
    public Expression? Parameters { get; init; }

    /// <summary>Where the result goes.</summary>
    public ResultTarget ResultPath { get; init; } = ResultTarget.Replace;

    /// <summary>Where the execution goes.</summary>
    public required Transition Transition { get; init; }
}
