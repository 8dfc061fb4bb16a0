using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary><c>**</c>: a value and everything in it, lists taken apart.</summary>
internal sealed class Descendants : Operation
{
    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        if (input is null)
        {
            return null;
        }

        var results = new ListBuilder(evaluation);
        AddAll(results, input, evaluation);
        return results.Count == 1 ? results.Items[0] : results.ToSequence();
    }

    private static void AddAll(ListBuilder results, Json value, Evaluation evaluation)
    {
        evaluation.Step();
        if (value is not JsonArray)
        {
            results.Add(value);
        }

        var inner = value switch
        {
            JsonArray list => list.AsSpan(),
            JsonObject members => members.Values,
            _ => default,
        };
        foreach (var item in inner)
        {
            AddAll(results, item, evaluation);
        }
    }
}
