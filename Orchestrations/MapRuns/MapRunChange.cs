namespace TaskOrchestration.Orchestrations.MapRuns;

/// <summary>What is to change about a Map Run that runs. What is null stays as it is.</summary>
/// <param name="MaxConcurrency">How many children may run at once; 0 for no limit of its own.</param>
/// <param name="ToleratedFailureCount">How many items may fail.</param>
/// <param name="ToleratedFailurePercentage">Which share of the items, from 0 to 100, may fail.</param>
public sealed record MapRunChange(long? MaxConcurrency, long? ToleratedFailureCount, double? ToleratedFailurePercentage)
{
    /// <summary>The Map Run after it.</summary>
    public MapRun Of(MapRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run with
        {
            MaxConcurrency = MaxConcurrency ?? run.MaxConcurrency,
            Tolerance = run.Tolerance with
            {
                Count = ToleratedFailureCount ?? run.Tolerance.Count,
                Percentage = ToleratedFailurePercentage ?? run.Tolerance.Percentage,
            },
        };
    }
}
