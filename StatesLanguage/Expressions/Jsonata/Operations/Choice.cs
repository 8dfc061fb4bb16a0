using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary><c>a ? b : c</c>.</summary>
internal sealed class Choice(Operation test, Operation then, Operation? otherwise) : Operation
{
    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var chosen = Truth.Of(test.Evaluate(input, frame, evaluation)) ? then : otherwise;
        var result = chosen?.Evaluate(input, frame, evaluation);
        evaluation.Leave();
        return result;
    }
}
