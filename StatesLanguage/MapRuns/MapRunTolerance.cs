namespace TaskOrchestration.StatesLanguage.MapRuns;

/// <summary>How many items of a Map Run may fail. Whichever bound is passed first fails it; with neither, any failure does.</summary>
/// <remarks>As on AWS, whose descriptions show a bound that nobody has set as 0, one of 0 is none where the other is more.</remarks>
/// <param name="Count">The number of items, or null.</param>
/// <param name="Percentage">The share of all items, from 0 to 100, or null.</param>
public sealed record MapRunTolerance(long? Count, double? Percentage)
{
    /// <summary>No failure is tolerated.</summary>
    public static readonly MapRunTolerance None = new(null, null);

    /// <summary>Whether so many failures are too many.</summary>
    /// <param name="failed">How many items have failed, timed out or been aborted.</param>
    /// <param name="total">How many items there are, or null while nobody knows: then a share is not passed yet.</param>
    public bool IsExceededBy(long failed, long? total)
    {
        if (failed == 0)
        {
            return false;
        }

        return (Count ?? 0, Percentage ?? 0) switch
        {
            (0, 0) => true,
            (> 0 and var count, _) when failed > count => true,
            (_, > 0 and var percentage) => total is { } all && failed * 100.0 > percentage * all,
            _ => false,
        };
    }
}
