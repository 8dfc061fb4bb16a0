using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>A predicate: <c>[…]</c>. Numbers choose items by index, anything else those for which it is true.</summary>
internal sealed class Filter
{
    private readonly Operation predicate;
    private readonly double? index;

    public Filter(Operation predicate)
    {
        this.predicate = predicate;
        index = predicate is Constant { Value: JsonNumber number } ? Math.Floor(number.Value) : null;
    }

    /// <summary>What is left of a value: a sequence, or a lone item where that is the same.</summary>
    public Json? Of(Json? value, Frame? frame, Evaluation evaluation)
    {
        if (index is { } chosen)
        {
            return At(value, chosen);
        }

        value = ReferenceEquals(value, Sequences.LoneUndefined) ? null : value;
        var results = new ListBuilder(evaluation);
        if (value is not JsonArray list)
        {
            return Chosen(value, 0, 1, frame, evaluation) is var times && times == 1 && value is not (null or JsonArray) ? value : Repeated(value, times, results);
        }

        for (var i = 0; i < list.Count; i++)
        {
            for (var times = Chosen(list[i], i, list.Count, frame, evaluation); times > 0; times--)
            {
                results.Add(list[i]);
            }
        }

        return results.Count == 0 ? Sequences.Empty : results.ToSequence();
    }

    /// <summary>How often the predicate chooses an item.</summary>
    public int Chosen(Json? item, int at, int count, Frame? frame, Evaluation evaluation)
    {
        var result = predicate.Evaluate(item, frame, evaluation);
        if (result is JsonNumber number)
        {
            return Numbers.Finite(number) && IsAt(number, at, count) ? 1 : 0;
        }

        return result is JsonArray list && Numbers.AreAll(list) ? TimesAt(list, at, count, evaluation) : Truth.Of(result) ? 1 : 0;
    }

    private static Json? Repeated(Json? value, int times, ListBuilder results)
    {
        if (value is null && times == 1)
        {
            return Sequences.LoneUndefined;
        }

        for (; times > 0; times--)
        {
            results.Add(value ?? Json.Null);
        }

        return results.Count == 0 ? Sequences.Empty : results.ToSequence();
    }

    private static Json? At(Json? value, double chosen)
    {
        if (value is not JsonArray list)
        {
            return value is not null && chosen is 0 or -1 ? value : Sequences.Empty;
        }

        var at = chosen < 0 ? chosen + list.Count : chosen;
        return at >= 0 && at < list.Count ? list[(int)at] : Sequences.Empty;
    }

    private static int TimesAt(JsonArray list, int at, int count, Evaluation evaluation)
    {
        evaluation.Step(list.Count / 8);
        var times = 0;
        foreach (var item in list.AsSpan())
        {
            times += IsAt((JsonNumber)item, at, count) ? 1 : 0;
        }

        return times;
    }

    private static bool IsAt(JsonNumber number, int at, int count)
    {
        var chosen = Math.Floor(number.Value);
        return (chosen < 0 ? chosen + count : chosen) == at;
    }
}
