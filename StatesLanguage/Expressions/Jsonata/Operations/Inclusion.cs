using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary><c>in</c>: whether a value is among the items of a list. Lists and objects are among them only as themselves, not as their like.</summary>
internal sealed class Inclusion(Operation left, Operation right) : Operation
{
    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var value = left.Evaluate(input, frame, evaluation);
        var list = right.Evaluate(input, frame, evaluation);
        evaluation.Leave();
        return Json.Of(value is not null && list is not null && (list is JsonArray items ? IsAmong(value, items, evaluation) : IsSame(value, list)));
    }

    private static bool IsAmong(Json value, JsonArray list, Evaluation evaluation)
    {
        evaluation.Step(list.Count / 8);
        foreach (var item in list.AsSpan())
        {
            if (IsSame(value, item))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSame(Json a, Json b) => a switch
    {
        JsonArray or JsonObject => ReferenceEquals(a, b),
        JsonNumber number => b is JsonNumber other && number.Value == other.Value,
        _ => a.Equals(b),
    };
}
