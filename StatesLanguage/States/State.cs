using TaskOrchestration.StatesLanguage.Expressions;

namespace TaskOrchestration.StatesLanguage.States;

/// <summary>One step of a state machine. What all eight kinds share.</summary>
/// <seealso href="https://states-language.net/spec.html#state-types">State types in the specification</seealso>
public abstract record State
{
    private protected State() { }

    /// <summary>The name, unique in its machine.</summary>
    public required string Name { get; init; }

    /// <summary>The author's remark.</summary>
    public string? Comment { get; init; }

    /// <summary>The language of this state's expressions.</summary>
    public QueryLanguage QueryLanguage { get; init; }

    /// <summary>What of the state's input it sees (JSONPath).</summary>
    public DataPath InputPath { get; init; } = DataPath.Whole;

    /// <summary>What of its output it hands on (JSONPath).</summary>
    public DataPath OutputPath { get; init; } = DataPath.Whole;

    /// <summary>What replaces the output altogether (JSONata), or null to hand on the result.</summary>
    public Expression? Output { get; init; }

    /// <summary>Variables set when the state succeeds. All see the values from before.</summary>
    public ValueList<Assignment> Assign { get; init; } = [];

    /// <summary>The value of the <c>Type</c> field.</summary>
    public abstract string Type { get; }
}
