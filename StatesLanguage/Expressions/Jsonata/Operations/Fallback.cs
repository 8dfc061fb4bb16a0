using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary><c>a ?: b</c> and <c>a ?? b</c>: another value where the first counts as false, or where it is undefined.</summary>
internal sealed class Fallback(Operation first, Operation otherwise, bool asksForTruth) : Operation
{
    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var value = first.Evaluate(input, frame, evaluation);
        var result = (asksForTruth ? Truth.Of(value) : value is not null) ? value : otherwise.Evaluate(input, frame, evaluation);
        evaluation.Leave();
        return result;
    }
}
