using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary><c>$</c>.</summary>
internal sealed class ContextValue(bool keepsArray) : Operation
{
    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation) =>
        Sequences.Settled(input is JsonArray list && list.Plays(ArrayRole.Wrapper) ? list[0] : input, keepsArray);
}
