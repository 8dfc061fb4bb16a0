using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary><c>a..b</c>: every whole number from one to the other.</summary>
internal sealed class RangeOfNumbers(Operation left, Operation right, int position) : Operation
{
    private const double Most = 1e7;

    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var from = Bound(left.Evaluate(input, frame, evaluation), "T2003");
        var to = Bound(right.Evaluate(input, frame, evaluation), "T2004");
        evaluation.Leave();
        if (from is not { } first || to is not { } last || first > last)
        {
            return null;
        }

        var count = last - first + 1;
        return count <= Most
            ? Numbered(first, (int)count, evaluation)
            : throw new JsonataFailure("D2014") { Value = JsonNumber.Calculated(count), Token = "..", Position = position };
    }

    private static JsonArray Numbered(double first, int count, Evaluation evaluation)
    {
        evaluation.BuildItems(count);
        evaluation.Step(count / 8);
        var items = new Json[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = JsonNumber.Calculated(first + i);
        }

        return JsonArray.Owning(items, ArrayRole.Sequence);
    }

    private double? Bound(Json? value, string code) => value switch
    {
        null => null,
        JsonNumber number when double.IsInteger(number.Value) => number.Value,
        _ => throw new JsonataFailure(code) { Value = value, Token = "..", Position = position },
    };
}
