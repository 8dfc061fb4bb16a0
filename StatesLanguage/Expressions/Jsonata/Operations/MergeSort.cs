namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>Sorts in the way of the reference implementation, whose order shows where a comparison is no order.</summary>
internal static class MergeSort
{
    /// <summary>Sorts; what is not behind the other stays before it.</summary>
    /// <param name="items">The items, sorted in place.</param>
    /// <param name="isBehind">Whether the first comes after the second.</param>
    public static void Sort<T>(Span<T> items, Func<T, T, bool> isBehind)
    {
        if (items.Length > 1)
        {
            var middle = items.Length / 2;
            Sort(items[..middle], isBehind);
            Sort(items[middle..], isBehind);
            Merge(items, items[..middle].ToArray(), isBehind);
        }
    }

    private static void Merge<T>(Span<T> items, T[] left, Func<T, T, bool> isBehind)
    {
        var right = left.Length;
        for (int at = 0, i = 0; i < left.Length; at++)
        {
            items[at] = right < items.Length && isBehind(left[i], items[right]) ? items[right++] : left[i++];
        }
    }
}
