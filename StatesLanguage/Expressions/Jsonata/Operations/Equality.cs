using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary><c>=</c> and <c>!=</c>. With an operand undefined neither holds.</summary>
internal sealed class Equality(bool wantsEqual, Operation left, Operation right) : Operation
{
    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var a = left.Evaluate(input, frame, evaluation);
        var b = right.Evaluate(input, frame, evaluation);
        evaluation.Leave();
        return Json.Of(a is not null && b is not null && AreEqual(a, b, evaluation) == wantsEqual);
    }

    private static bool AreEqual(Json a, Json b, Evaluation evaluation)
    {
        evaluation.Weigh(a);
        return a.Equals(b) && !(a is JsonNumber number && double.IsNaN(number.Value));
    }
}
