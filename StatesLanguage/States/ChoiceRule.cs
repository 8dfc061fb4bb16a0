using TaskOrchestration.StatesLanguage.Expressions;

namespace TaskOrchestration.StatesLanguage.States;

/// <summary>A condition and where it leads.</summary>
public sealed record ChoiceRule
{
    /// <summary>What must hold.</summary>
    public required Condition Condition { get; init; }

    /// <summary>The state to go to.</summary>
    public required string Next { get; init; }

    /// <summary>What is handed on instead of the input (JSONata), or null.</summary>
    public Expression? Output { get; init; }

    /// <summary>Variables set when the rule decides.</summary>
    public ValueList<Assignment> Assign { get; init; } = [];

    /// <summary>The author's remark.</summary>
    public string? Comment { get; init; }
}
