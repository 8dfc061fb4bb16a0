using TaskOrchestration.StatesLanguage.Expressions;

namespace TaskOrchestration.StatesLanguage.States;

/// <summary>Where a failure leads that no retrier took.</summary>
/// <seealso href="https://states-language.net/spec.html#fallback-states">Fallback states in the specification</seealso>
public sealed record Catcher
{
    /// <summary>The error names it takes; <c>States.ALL</c> and <c>States.TaskFailed</c> stand for many.</summary>
    public required ValueList<string> ErrorEquals { get; init; }

    /// <summary>The state to go to.</summary>
    public required string Next { get; init; }

    /// <summary>Where in the state's input the error output goes (JSONPath).</summary>
    public ResultTarget ResultPath { get; init; } = ResultTarget.Replace;

    /// <summary>What is handed on instead of the error output (JSONata), or null.</summary>
    public Expression? Output { get; init; }

    /// <summary>Variables set when the catcher takes a failure.</summary>
    public ValueList<Assignment> Assign { get; init; } = [];

    /// <summary>The author's remark.</summary>
    public string? Comment { get; init; }
}
