using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary><c>+ - * / %</c>.</summary>
internal sealed class Arithmetic(char sign, Operation left, Operation right, int position) : Operation
{
    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var a = left.Evaluate(input, frame, evaluation);
        var b = right.Evaluate(input, frame, evaluation);
        evaluation.Leave();
        if (a is JsonNumber x && b is JsonNumber y && double.IsFinite(x.Value) && double.IsFinite(y.Value))
        {
            return JsonNumber.Calculated(Result(x.Value, y.Value));
        }

        Check(a, "T2001");
        Check(b, "T2002");
        return null;
    }

    private double Result(double x, double y) => sign switch
    {
        '+' => x + y,
        '-' => x - y,
        '*' => x * y,
        '/' => x / y,
        _ => x % y,
    };

    private void Check(Json? operand, string code)
    {
        if (operand is null || (operand is JsonNumber { Value: var value } && double.IsFinite(value)))
        {
            return;
        }

        var isInfinite = operand is JsonNumber { Value: var number } && double.IsInfinity(number);
        throw new JsonataFailure(isInfinite ? "D1001" : code) { Value = operand, Token = sign.ToString(), Position = position };
    }
}
