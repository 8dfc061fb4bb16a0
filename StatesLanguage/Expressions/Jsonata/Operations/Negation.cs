using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>A minus before an operand.</summary>
internal sealed class Negation(Operation operand, int position) : Operation
{
    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var value = operand.Evaluate(input, frame, evaluation);
        evaluation.Leave();
        return value switch
        {
            null => null,
            JsonNumber number when Numbers.Finite(number) => JsonNumber.Calculated(-number.Value),
            _ => throw new JsonataFailure("D1002") { Value = value, Token = "-", Position = position },
        };
    }
}
