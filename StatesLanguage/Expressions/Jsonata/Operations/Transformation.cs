using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary><c>|pattern|update, delete|</c>: a function that changes a copy of its argument.</summary>
internal sealed class Transformation(TransformationCode code) : Operation
{
    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation) => new TransformationFunction(code, frame);
}
