using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>The functions about lists.</summary>
internal static class Lists
{
    public static Json? Zip(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        var count = int.MaxValue;
        foreach (var argument in arguments)
        {
            count = Math.Min(count, argument is JsonArray items ? items.Count : 0);
        }

        if (arguments.IsEmpty || count == 0)
        {
            return JsonArray.Empty;
        }

        evaluation.Build((long)count * arguments.Length, int.MaxValue);
        var tuples = new Json[count];
        for (var i = 0; i < count; i++)
        {
            var tuple = new Json[arguments.Length];
            for (var k = 0; k < tuple.Length; k++)
            {
                tuple[k] = ((JsonArray)arguments[k]!)[i];
            }

            tuples[i] = JsonArray.Owning(tuple);
        }

        return evaluation.Nested(JsonArray.Owning(tuples));
    }

    public static Json? Append(Evaluation evaluation, ReadOnlySpan<Json?> arguments) => Sequences.Appended(evaluation, arguments[0], arguments[1]);

    public static Json? Reverse(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonArray { Count: > 1 } items)
        {
            return arguments[0];
        }

        var reversed = items.AsSpan().ToArray();
        Array.Reverse(reversed);
        evaluation.BuildItems(reversed.Length);
        return JsonArray.Owning(reversed);
    }

    public static Json? Sort(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonArray { Count: > 1 } items)
        {
            return arguments[0];
        }

        evaluation.BuildItems(items.Count);
        evaluation.Step(items.Count);
        return JsonArray.Owning(arguments[1] is Function comparator ? Sorting.By(evaluation, items, comparator) : Sorting.Naturally(items));
    }

    public static Json? Shuffle(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonArray { Count: > 1 } items)
        {
            return arguments[0];
        }

        evaluation.BuildItems(items.Count);
        var shuffled = new Json[items.Count];
        for (var i = 0; i < shuffled.Length; i++)
        {
            var place = (int)(evaluation.Scope.NextDouble() * (i + 1));
            shuffled[i] = shuffled[place];
            shuffled[place] = items[i];
        }

        return JsonArray.Owning(shuffled);
    }

    public static Json? Distinct(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonArray { Count: > 1 } items)
        {
            return arguments[0];
        }

        var seen = new HashSet<Json>();
        var results = new ListBuilder(evaluation);
        foreach (var item in items.AsSpan())
        {
            if (seen.Add(item))
            {
                results.Add(item);
            }
        }

        return Sequences.IsSequence(items) ? results.ToSequence() : results.ToArray();
    }
}
