using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.MapRuns;

/// <summary>A Map Run on record.</summary>
public sealed record MapRun
{
    /// <summary>The ARN of the Map Run.</summary>
    public required string Arn { get; init; }

    /// <summary>The execution whose Map it is.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>What the Map wants done. As it was at the beginning: what may change since is beside it.</summary>
    public required MapRunRequest Request { get; init; }

    /// <summary>Where it stands.</summary>
    public MapRunStatus Status { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartDate { get; init; }

    /// <summary>When it ended, or null while it runs.</summary>
    public DateTimeOffset? StopDate { get; init; }

    /// <summary>How many children may run at once; 0 for no limit of its own.</summary>
    public required long MaxConcurrency { get; init; }

    /// <summary>How many items may fail.</summary>
    public required MapRunTolerance Tolerance { get; init; }

    /// <summary>How far it has come.</summary>
    public MapRunTally Tally { get; init; } = MapRunTally.Empty;

    /// <summary>The number of the first child that has not been begun, or not again since a redrive.</summary>
    public long Position { get; init; }

    /// <summary>How often it has been redriven.</summary>
    public int RedriveCount { get; init; }

    /// <summary>When it was last redriven, or null if it never was.</summary>
    public DateTimeOffset? RedriveDate { get; init; }

    /// <summary>What it yielded, where it succeeded.</summary>
    public Json? Output { get; init; }

    /// <summary>Why it failed, where it did.</summary>
    public Failure? Failure { get; init; }

    /// <summary>Whether more items have failed than are tolerated: then nothing is begun any more, and what runs is stopped.</summary>
    public bool IsCutShort => Tally.Exceeds(Tolerance);

    /// <summary>Whether no child runs and none is to be begun.</summary>
    public bool IsSettled => Tally.Executions.Running == 0 && (Tally.IsSettled || IsCutShort);

    /// <summary>The Map Run that a request asks for, before anything has happened to it.</summary>
    public static MapRun New(TaskRequest task, MapRunRequest request, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(request);
        return new MapRun
        {
            Arn = request.MapRunArn,
            ExecutionArn = task.Execution.ExecutionArn,
            Request = request,
            StartDate = at,
            MaxConcurrency = request.MaxConcurrency ?? 0,
            Tolerance = request.Tolerance,
        };
    }

    /// <summary>How many more children may begin now.</summary>
    /// <param name="bound">How many the host runs at once at most.</param>
    public int Room(int bound)
    {
        var most = MaxConcurrency > 0 ? Math.Min(MaxConcurrency, bound) : bound;
        return Status == MapRunStatus.Running && !IsCutShort ? (int)Math.Max(0, most - Tally.Executions.Running) : 0;
    }

    /// <summary>Whether there is anything to a redrive: none so late has come before, and something is left to do.</summary>
    /// <param name="count">The how manieth it is.</param>
    public bool CanBeRedriven(int count) => RedriveCount < count && Status != MapRunStatus.Succeeded;

    /// <summary>The same after a redrive began.</summary>
    public MapRun Redriven(int redriveCount, DateTimeOffset at) => this with
    {
        Status = MapRunStatus.Running,
        StopDate = null,
        Failure = null,
        Position = 0,
        Tally = Tally.Redriven(),
        RedriveCount = redriveCount,
        RedriveDate = at,
    };

    /// <summary>The same after it ended.</summary>
    public MapRun Ended(MapRunEnd end)
    {
        ArgumentNullException.ThrowIfNull(end);
        var tally = Tally.CutShort();
        return this with
        {
            Status = end.Status,
            StopDate = end.At,
            Output = end.Output,
            Failure = end.Failure,
            Tally = end.AreResultsWritten ? tally.Written() : tally,
        };
    }
}
