using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary><c>*</c>: the values of an object, or the items of a list; lists among them are flattened.</summary>
internal sealed class Wildcard : Operation
{
    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        if (input is JsonArray { Count: > 0 } wrapper && wrapper.Plays(ArrayRole.Wrapper))
        {
            input = wrapper[0];
        }

        var values = input switch
        {
            JsonObject members => members.Values,
            JsonArray list => list.AsSpan(),
            _ => default,
        };
        evaluation.Step(values.Length);
        return ValuesOf(values, evaluation);
    }

    private static JsonArray ValuesOf(ReadOnlySpan<Json> values, Evaluation evaluation)
    {
        var results = new ListBuilder(evaluation);
        var isSequence = true;
        foreach (var value in values)
        {
            // What a list was put into is no sequence any more: it stays a list even of one.
            isSequence &= value is not JsonArray;
            AddFlat(results, value, evaluation);
        }

        return isSequence ? results.ToSequence() : results.ToArray();
    }

    private static void AddFlat(ListBuilder results, Json value, Evaluation evaluation)
    {
        if (value is not JsonArray list)
        {
            results.Add(value);
            return;
        }

        evaluation.Step(list.Count);
        foreach (var item in list.AsSpan())
        {
            AddFlat(results, item, evaluation);
        }
    }
}
