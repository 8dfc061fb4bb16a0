using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>Stable sorting.</summary>
internal static class Sorting
{
    /// <summary>Numbers by size, or texts by their UTF-16 code units.</summary>
    /// <exception cref="JsonataFailure">The items are neither all numbers nor all texts.</exception>
    public static Json[] Naturally(JsonArray items)
    {
        var sorted = items.AsSpan().ToArray();
        if (Array.TrueForAll(sorted, item => item is JsonNumber))
        {
            return [.. sorted.OrderBy(item => ((JsonNumber)item).Value)];
        }

        return Array.TrueForAll(sorted, item => item is JsonString)
            ? [.. sorted.OrderBy(item => ((JsonString)item).Value, StringComparer.Ordinal)]
            : throw new JsonataFailure("D3070") { Index = 1 };
    }

    /// <summary>By a function that says whether its first argument comes after its second.</summary>
    /// <remarks>The function may contradict itself; so this merges as the language's own implementation does, and asks it in the same order.</remarks>
    public static Json[] By(Evaluation evaluation, JsonArray items, Function comesAfter)
    {
        var sorted = items.AsSpan().ToArray();
        Sort(evaluation, sorted, new Json[sorted.Length], comesAfter);
        return sorted;
    }

    private static void Sort(Evaluation evaluation, Span<Json> items, Span<Json> spare, Function comesAfter)
    {
        if (items.Length <= 1)
        {
            return;
        }

        var middle = items.Length / 2;
        Sort(evaluation, items[..middle], spare, comesAfter);
        Sort(evaluation, items[middle..], spare, comesAfter);
        items.CopyTo(spare);
        Merge(evaluation, spare[..middle], spare[middle..items.Length], items, comesAfter);
    }

    private static void Merge(Evaluation evaluation, ReadOnlySpan<Json> left, ReadOnlySpan<Json> right, Span<Json> merged, Function comesAfter)
    {
        int fromLeft = 0, fromRight = 0;
        while (fromLeft < left.Length && fromRight < right.Length)
        {
            evaluation.Step();
            var takesRight = Truthiness.Of(evaluation.Call(comesAfter, left[fromLeft], right[fromRight]));
            merged[fromLeft + fromRight] = takesRight ? right[fromRight] : left[fromLeft];
            fromRight += takesRight ? 1 : 0;
            fromLeft += takesRight ? 0 : 1;
        }

        left[fromLeft..].CopyTo(merged[(fromLeft + fromRight)..]);
        right[fromRight..].CopyTo(merged[(left.Length + fromRight)..]);
    }
}
