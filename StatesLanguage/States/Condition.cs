using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.States;

/// <summary>What a choice rule asks of the data.</summary>
public abstract record Condition
{
    private Condition() { }

    /// <summary>All of these hold.</summary>
    public sealed record And(ValueList<Condition> Conditions) : Condition;

    /// <summary>At least one of these holds.</summary>
    public sealed record Or(ValueList<Condition> Conditions) : Condition;

    /// <summary>This does not hold.</summary>
    public sealed record Not(Condition Condition) : Condition;

    /// <summary>The variable compares to a fixed value. For the <c>Is…</c> tests the value is <c>true</c> or <c>false</c>: what the test must yield.</summary>
    public sealed record Compare(ValuePath Variable, Comparison Comparison, Json Value) : Condition;

    /// <summary>The variable compares to what another path finds (the <c>…Path</c> operators).</summary>
    public sealed record ComparePath(ValuePath Variable, Comparison Comparison, ValuePath Other) : Condition;

    /// <summary>The expression yields <c>true</c> (JSONata).</summary>
    public sealed record Holds(Expression Expression) : Condition;
}
