using System.Diagnostics;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.StatesLanguage.MapRuns;

/// <summary>How far a Map Run has come, in items and in executions, and what follows from it.</summary>
/// <param name="Items">The items.</param>
/// <param name="Executions">The executions; with an ItemBatcher fewer than the items.</param>
/// <param name="IsComplete">Whether all items have been counted, so that no more will come.</param>
public sealed record MapRunTally(MapRunCounts Items, MapRunCounts Executions, bool IsComplete)
{
    /// <summary>Nothing counted yet.</summary>
    public static readonly MapRunTally Empty = new(MapRunCounts.Zero, MapRunCounts.Zero, IsComplete: false);

    /// <summary>Whether every item has been counted and every execution has ended.</summary>
    public bool IsSettled => IsComplete && Executions.IsSettled;

    /// <summary>A child with so many items is to come.</summary>
    public MapRunTally Planned(long items) => Change(items, static (counts, by) => counts with { Pending = counts.Pending + by });

    /// <summary>All children have been planned.</summary>
    public MapRunTally Completed() => this with { IsComplete = true };

    /// <summary>A child that was to come has begun.</summary>
    public MapRunTally Began(long items) => Change(items, static (counts, by) => counts with { Pending = counts.Pending - by, Running = counts.Running + by });

    /// <summary>A child that a redrive takes up again has begun.</summary>
    public MapRunTally BeganAgain(long items) =>
        Change(items, static (counts, by) => counts with { PendingRedrive = counts.PendingRedrive - by, Running = counts.Running + by });

    /// <summary>A child at work has ended.</summary>
    /// <param name="status">How.</param>
    /// <param name="items">How many items it has.</param>
    /// <param name="isRedrivable">Whether a redrive will take it up again, unless it succeeded.</param>
    public MapRunTally Ended(ExecutionStatus status, long items, bool isRedrivable = true)
    {
        var freed = Change(items, static (counts, by) => counts with { Running = counts.Running - by });
        var ended = isRedrivable || status == ExecutionStatus.Succeeded
            ? freed
            : freed.Change(items, static (counts, by) => counts with { FailuresNotRedrivable = counts.FailuresNotRedrivable + by });
        return status switch
        {
            ExecutionStatus.Succeeded => freed.Change(items, static (counts, by) => counts with { Succeeded = counts.Succeeded + by }),
            ExecutionStatus.Failed => ended.Change(items, static (counts, by) => counts with { Failed = counts.Failed + by }),
            ExecutionStatus.TimedOut => ended.Change(items, static (counts, by) => counts with { TimedOut = counts.TimedOut + by }),
            ExecutionStatus.Aborted => ended.Change(items, static (counts, by) => counts with { Aborted = counts.Aborted + by }),
            _ => throw new UnreachableException($"no end is {status}"),
        };
    }

    /// <summary>The Map Run ends before its time: what has not ended never will.</summary>
    public MapRunTally CutShort() => this with { Items = CutShort(Items), Executions = CutShort(Executions) };

    /// <summary>A redrive begins: what did not succeed is to go on. A child that may not be redriven any more counts as it ended once its turn has come.</summary>
    public MapRunTally Redriven() => this with { Items = Redriven(Items), Executions = Redriven(Executions) };

    /// <summary>The results have been written.</summary>
    public MapRunTally Written() => this with { Items = Written(Items), Executions = Written(Executions) };

    /// <summary>Whether more items have failed than are tolerated.</summary>
    public bool Exceeds(MapRunTolerance tolerance)
    {
        ArgumentNullException.ThrowIfNull(tolerance);
        return tolerance.IsExceededBy(Items.Unsuccessful, IsComplete ? Items.Total : null);
    }

    private static MapRunCounts CutShort(MapRunCounts counts) => counts with
    {
        Pending = 0,
        Running = 0,
        PendingRedrive = 0,
        Aborted = counts.Aborted + counts.Pending + counts.Running + counts.PendingRedrive,
    };

    private static MapRunCounts Redriven(MapRunCounts counts) => counts with
    {
        Failed = 0,
        TimedOut = 0,
        Aborted = 0,
        FailuresNotRedrivable = 0,
        PendingRedrive = counts.PendingRedrive + counts.Unsuccessful,
    };

    private static MapRunCounts Written(MapRunCounts counts) => counts with { ResultsWritten = counts.Succeeded + counts.Unsuccessful };

    private MapRunTally Change(long items, Func<MapRunCounts, long, MapRunCounts> change) =>
        this with { Items = change(Items, items), Executions = change(Executions, 1) };
}
