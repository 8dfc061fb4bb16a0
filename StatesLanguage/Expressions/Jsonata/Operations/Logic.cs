using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary><c>and</c> and <c>or</c>. The right side is left alone where the left decides.</summary>
internal sealed class Logic(bool isAnd, Operation left, Operation right, int position) : Operation
{
    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var value = Truth.Of(left.Evaluate(input, frame, evaluation));
        if (value == isAnd)
        {
            value = Right(input, frame, evaluation);
        }

        evaluation.Leave();
        return Json.Of(value);
    }

    private bool Right(Json? input, Frame? frame, Evaluation evaluation)
    {
        try
        {
            return Truth.Of(right.Evaluate(input, frame, evaluation));
        }
        catch (JsonataFailure failure)
        {
            // The reference implementation blames this operator for whatever its right side throws.
            failure.Token = isAnd ? "and" : "or";
            failure.Position = position;
            throw;
        }
    }
}
