using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Resources.Tables.Expressions;

/// <summary>What a condition, a key condition or a filter asks for.</summary>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html">Condition and filter expressions</seealso>
internal abstract record Condition
{
    private Condition() { }

    /// <summary>One of <c>= &lt;&gt; &lt; &lt;= &gt; &gt;=</c>.</summary>
    public sealed record Comparison(string Sign, Operand Left, Operand Right) : Condition;

    /// <summary>Within bounds, both included.</summary>
    public sealed record Between(Operand Value, Operand Lower, Operand Upper) : Condition;

    /// <summary>One of several.</summary>
    public sealed record In(Operand Value, ValueList<Operand> Choices) : Condition;

    /// <summary>A function: <c>attribute_exists</c>, <c>attribute_not_exists</c>, <c>attribute_type</c>, <c>begins_with</c>, <c>contains</c>.</summary>
    public sealed record Test(string Name, ValueList<Operand> Arguments) : Condition;

    /// <summary>Both.</summary>
    public sealed record And(Condition Left, Condition Right) : Condition;

    /// <summary>Either.</summary>
    public sealed record Or(Condition Left, Condition Right) : Condition;

    /// <summary>Not so.</summary>
    public sealed record Not(Condition Inner) : Condition;
}
