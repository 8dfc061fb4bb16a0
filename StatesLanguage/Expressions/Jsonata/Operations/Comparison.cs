using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary><c>&lt; &lt;= &gt; &gt;=</c>.</summary>
internal sealed class Comparison(string sign, Operation left, Operation right, int position) : Operation
{
    private readonly bool isLess = sign[0] == '<';
    private readonly bool holdsForEqual = sign.Length == 2;

    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var a = left.Evaluate(input, frame, evaluation);
        var b = right.Evaluate(input, frame, evaluation);
        evaluation.Leave();
        if (a is JsonNumber x && b is JsonNumber y)
        {
            return Json.Of(isLess ? (holdsForEqual ? x.Value <= y.Value : x.Value < y.Value) : (holdsForEqual ? x.Value >= y.Value : x.Value > y.Value));
        }

        return a is JsonString s && b is JsonString t ? Json.Of(Holds(string.CompareOrdinal(s.Value, t.Value))) : Unlike(a, b);
    }

    private bool Holds(int order) => order == 0 ? holdsForEqual : order < 0 == isLess;

    private Json? Unlike(Json? a, Json? b)
    {
        if (!IsComparable(a) || !IsComparable(b))
        {
            throw new JsonataFailure("T2010") { Value = a is not (JsonNumber or JsonString) ? a : b, Token = sign, Position = position };
        }

        return a is null || b is null
            ? null
            : throw new JsonataFailure("T2009") { Value = a, Value2 = b, Token = sign, Position = position };
    }

    private static bool IsComparable(Json? value) => value is null or JsonNumber or JsonString;
}
