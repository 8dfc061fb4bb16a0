using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>A variable that the expression does not bind: the scope's, or else a function of the library.</summary>
internal sealed class ExternalVariable(string name, int index, Function? function, bool keepsArray) : Operation
{
    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation) =>
        evaluation.TryGetExternal(name, index, out var value) ? Sequences.Settled(value, keepsArray) : function;
}
