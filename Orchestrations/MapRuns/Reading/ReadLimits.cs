namespace TaskOrchestration.Orchestrations.MapRuns.Reading;

/// <summary>What readers take into memory at once.</summary>
internal static class ReadLimits
{
    /// <summary>The most bytes (of a row of CSV: characters) of one item. A child takes far less, but an ItemSelector may leave most of an item out.</summary>
    public const int ItemBytes = 8 * 1024 * 1024;

    /// <summary>The most items of one Map Run, as on AWS.</summary>
    public const long Items = 100_000_000;
}
