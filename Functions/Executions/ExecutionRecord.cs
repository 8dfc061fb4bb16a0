using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Executions;

/// <summary>A STANDARD execution as it is kept.</summary>
public sealed record ExecutionRecord
{
    /// <summary>What it began with.</summary>
    public required ExecutionStart Start { get; init; }

    /// <summary>The machine's revision it began with; of a child of a Map Run, the revision of the machine that its Map is part of.</summary>
    public required long Revision { get; init; }

    /// <summary>What it is as the child of a Map Run, or null if it is none.</summary>
    public ChildEntry? Child { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartDate { get; init; }

    /// <summary>Where it stands.</summary>
    public ExecutionStatus Status { get; init; }

    /// <summary>When it ended, or null while it runs.</summary>
    public DateTimeOffset? StopDate { get; init; }

    /// <summary>What it yielded, once it has succeeded.</summary>
    public Json? Output { get; init; }

    /// <summary>Why it ended, once it has failed, timed out or been stopped.</summary>
    public Failure? Failure { get; init; }

    /// <summary>How many events its history had when it last ended; 0 where it has not.</summary>
    public long EventCount { get; init; }

    /// <summary>How often it has been redriven. Each time another orchestration runs it (<see cref="InstanceIds"/>).</summary>
    public int RedriveCount { get; init; }

    /// <summary>When it was last redriven, or null if it never was.</summary>
    public DateTimeOffset? RedriveDate { get; init; }

    /// <summary>The digest over its facts up to where it last ended or was redriven (<see cref="FactChain"/>); until then, over its first fact.</summary>
    public string Chain { get; init; } = FactChain.Beginning;

    /// <summary>Its place among the executions of its machine, the newest first; empty before it is kept.</summary>
    public string Place { get; init; } = "";

    /// <summary>Tells one state of the record from the next, where it was found (<see cref="IExecutionRecords.FindAsync"/>); otherwise empty.</summary>
    public string Version { get; init; } = "";

    /// <summary>The id of the orchestration that runs it now.</summary>
    public string InstanceId => InstanceIds.Of(Start.ExecutionArn, RedriveCount);

    /// <summary>The ARN of the machine it runs; of a child, that of the machine its Map is part of, which is the one that is stored.</summary>
    public string StoredMachineArn => Start.StateMachineArn.Split('/')[0];

    /// <summary>The ARNs under which it is listed: that of its machine, or of its Map Run, and those of the version and the alias that it was started by.</summary>
    public IEnumerable<string> ListedUnder => Child is null
        ? new[] { Start.StateMachineArn, Start.StateMachineVersionArn, Start.StateMachineAliasArn }.OfType<string>()
        : [Child.MapRunArn];

    /// <summary>Its first fact.</summary>
    public Fact.Started FirstFact => new(StartDate, Start);

    /// <summary>The execution as a list shows it.</summary>
    public ExecutionSummary Summary => new()
    {
        ExecutionArn = Start.ExecutionArn,
        StateMachineArn = Start.StateMachineArn,
        Version = Start.Version,
        Alias = Start.Alias,
        Name = Start.Name,
        Status = Status,
        StartDate = StartDate,
        StopDate = StopDate,
        RedriveCount = RedriveCount,
        RedriveDate = RedriveDate,
        MapRunArn = Child?.MapRunArn,
        ItemCount = Child?.ItemCount,
    };

    /// <summary>The execution after it has ended.</summary>
    /// <param name="end">How.</param>
    /// <param name="chain">The digest over all its facts.</param>
    public ExecutionRecord Ended(ExecutionEnd end, string chain)
    {
        ArgumentNullException.ThrowIfNull(end);
        return this with { Status = end.Status, StopDate = end.StopDate, Output = end.Output, Failure = end.Failure, EventCount = end.EventCount, Chain = chain, Version = "" };
    }

    /// <summary>The execution after it was redriven.</summary>
    /// <param name="redriven">Its next fact.</param>
    /// <param name="before">The digest over all facts before that.</param>
    public ExecutionRecord Redriven(Fact.Redriven redriven, string before)
    {
        ArgumentNullException.ThrowIfNull(redriven);
        return this with
        {
            Status = ExecutionStatus.Running,
            StopDate = null,
            Output = null,
            Failure = null,
            EventCount = 0,
            RedriveCount = RedriveCount + 1,
            RedriveDate = redriven.At,
            Chain = FactChain.Next(before, redriven),
            Version = "",
        };
    }
}
