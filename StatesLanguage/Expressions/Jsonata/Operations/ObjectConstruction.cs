using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary><c>{k: v}</c> on its own: a grouping of the context.</summary>
internal sealed class ObjectConstruction(Groups groups) : Operation
{
    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var result = groups.Of(input, frame, evaluation);
        evaluation.Leave();
        return result;
    }
}
