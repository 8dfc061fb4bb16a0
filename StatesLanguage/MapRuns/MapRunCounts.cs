namespace TaskOrchestration.StatesLanguage.MapRuns;

/// <summary>How many items, or executions, of a Map Run stand where. An item stands where its execution does.</summary>
public sealed record MapRunCounts
{
    /// <summary>None yet.</summary>
    public static readonly MapRunCounts Zero = new();

    /// <summary>Those not yet begun.</summary>
    public long Pending { get; init; }

    /// <summary>Those at work.</summary>
    public long Running { get; init; }

    /// <summary>Those that yielded an output.</summary>
    public long Succeeded { get; init; }

    /// <summary>Those that failed.</summary>
    public long Failed { get; init; }

    /// <summary>Those that took too long.</summary>
    public long TimedOut { get; init; }

    /// <summary>Those that were stopped, or never begun because the Map Run ended before.</summary>
    public long Aborted { get; init; }

    /// <summary>Those whose results a ResultWriter has written.</summary>
    public long ResultsWritten { get; init; }

    /// <summary>Those that did not succeed and that a redrive will not take up again: they are counted as failed, timed out or aborted as well.</summary>
    public long FailuresNotRedrivable { get; init; }

    /// <summary>Those that wait to be taken up again by a redrive.</summary>
    public long PendingRedrive { get; init; }

    /// <summary>All of them.</summary>
    public long Total => Pending + Running + Succeeded + Failed + TimedOut + Aborted + PendingRedrive;

    /// <summary>Those that ended without success.</summary>
    public long Unsuccessful => Failed + TimedOut + Aborted;

    /// <summary>Whether none is to come and none at work.</summary>
    public bool IsSettled => Pending + Running + PendingRedrive == 0;
}
