using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Intrinsics;

/// <summary>What one function gave: a value, or a problem and the error it is.</summary>
internal readonly struct IntrinsicOutcome
{
    private IntrinsicOutcome(Json? value, string? problem, string? error)
    {
        Value = value;
        Problem = problem;
        Error = error;
    }

    public Json? Value { get; }

    public string? Problem { get; }

    public string? Error { get; }

    public static implicit operator IntrinsicOutcome(Json value) => new(value, null, null);

    /// <summary>The function cannot do this.</summary>
    public static IntrinsicOutcome Failed(string problem) => new(null, problem, "States.IntrinsicFailure");

    /// <summary>A path among the arguments leads to nothing, which no state can catch.</summary>
    public static IntrinsicOutcome NoArgument(string problem) => new(null, problem, "States.Runtime");
}
