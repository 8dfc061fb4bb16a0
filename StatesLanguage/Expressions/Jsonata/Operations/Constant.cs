using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>A text, number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed class Constant(Json value) : Operation
{
    /// <summary>The value.</summary>
    public Json Value { get; } = value;

    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation) => Value;
}
