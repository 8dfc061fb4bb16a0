namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>A separator in a picture, and how many digits are to its right.</summary>
internal readonly record struct Grouping(int Position, string Separator)
{
    /// <summary>The distance at which separators repeat, if they stand at all its multiples; else 0.</summary>
    public static int RegularDistance(IReadOnlyCollection<int> positions)
    {
        if (positions.Count == 0)
        {
            return 0;
        }

        var distance = positions.Aggregate(GreatestCommonDivisor);
        return Enumerable.Range(1, positions.Count).All(nth => positions.Contains(nth * distance)) ? distance : 0;
    }

    private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
