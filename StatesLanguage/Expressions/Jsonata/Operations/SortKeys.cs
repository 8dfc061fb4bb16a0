using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>An order-by: what is compared, in the order of precedence.</summary>
internal sealed class SortKeys(IReadOnlyList<(Operation Key, bool IsDescending)> terms, int position)
{
    private readonly (Operation Key, bool IsDescending)[] terms = [.. terms];

    /// <summary>The order of items, as indexes into them; those that compare equal keep theirs.</summary>
    public int[] Order(int count, Func<int, (Json? Context, Frame? Frame)> item, Evaluation evaluation)
    {
        evaluation.Step(count);
        var keys = new Keys(terms, count, item, evaluation);
        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            order[i] = i;
        }

        MergeSort.Sort(order, (a, b) => IsBehind(keys, a, b, evaluation));
        return order;
    }

    private bool IsBehind(Keys keys, int a, int b, Evaluation evaluation)
    {
        evaluation.Step();
        for (var term = 0; term < terms.Length; term++)
        {
            var x = keys.Of(a, term);
            var y = keys.Of(b, term);
            var order = Compared(x, y);
            if (order != 0)
            {
                // What is undefined comes last whichever way the rest is ordered.
                return (terms[term].IsDescending && x is not null && y is not null ? -order : order) > 0;
            }
        }

        return false;
    }

    private int Compared(Json? a, Json? b)
    {
        if (a is null || b is null)
        {
            return (a is null ? 1 : 0) - (b is null ? 1 : 0);
        }

        return (a, b) switch
        {
            (JsonNumber x, JsonNumber y) => x.Value.CompareTo(y.Value),
            (JsonString x, JsonString y) => string.CompareOrdinal(x.Value, y.Value),
            (JsonNumber or JsonString, JsonNumber or JsonString) => throw new JsonataFailure("T2007") { Value = a, Value2 = b, Position = position },
            _ => throw new JsonataFailure("T2008") { Value = a is JsonNumber or JsonString ? b : a, Position = position },
        };
    }

    /// <summary>The keys of the items, each evaluated once and only if it is needed.</summary>
    private sealed class Keys((Operation Key, bool IsDescending)[] terms, int count, Func<int, (Json? Context, Frame? Frame)> item, Evaluation evaluation)
    {
        private readonly Json?[] known = new Json?[count * terms.Length];

        public Json? Of(int index, int term)
        {
            var place = (index * terms.Length) + term;
            if (known[place] is not { } key)
            {
                var (context, frame) = item(index);
                known[place] = key = Frame.Written(terms[term].Key.Evaluate(context, frame, evaluation));
            }

            return Frame.Read(key);
        }
    }
}
