using Azure;
using TaskOrchestration.Orchestrations.MapRuns;

namespace TaskOrchestration.Functions.Storage.MapRuns;

/// <summary>A Map Run with what the store knows of it besides.</summary>
/// <param name="Run">The Map Run.</param>
/// <param name="Request">Where its request is.</param>
/// <param name="Number">Its number among those of its execution, from 1.</param>
internal sealed record KeptMapRun(MapRun Run, RequestKey Request, long Number)
{
    /// <summary>The children that have been begun and have not ended.</summary>
    public OpenChildren Open { get; init; } = OpenChildren.None;

    /// <summary>Children below this number were planned before the last redrive, which takes up those of them that have not succeeded.</summary>
    public long Redriven { get; init; }

    /// <summary>Which turn was the last: it tells one whose answer got lost from one that was refused, whatever changed since.</summary>
    public string? Turn { get; init; }

    /// <summary>The version of the row.</summary>
    public ETag Version { get; init; }

    /// <summary>The same after a redrive began.</summary>
    public KeptMapRun RedrivenAt(int redriveCount, DateTimeOffset at) => this with
    {
        Run = Run.Redriven(redriveCount, at),
        Open = OpenChildren.None,
        Redriven = Run.Tally.Executions.Total,
    };
}
