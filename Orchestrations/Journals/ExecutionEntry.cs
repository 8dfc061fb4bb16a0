using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Journals;

/// <summary>An execution as the index knows it.</summary>
public sealed record ExecutionEntry
{
    /// <summary>The key of its facts. Keys grow in the order of starts.</summary>
    public required long Key { get; init; }

    /// <summary>The machine it runs.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>The number of the version it was started by, or by way of an alias; or null.</summary>
    public int? Version { get; init; }

    /// <summary>The name of the alias it was started by, or null.</summary>
    public string? Alias { get; init; }

    /// <summary>Its name, unique among the executions of its machine.</summary>
    public required string Name { get; init; }

    /// <summary>The machine's revision it began with; of a child, the revision of the machine that its Map is part of.</summary>
    public required long Revision { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartDate { get; init; }

    /// <summary>Where it stands.</summary>
    public ExecutionStatus Status { get; init; }

    /// <summary>When it ended, or null while it runs.</summary>
    public DateTimeOffset? StopDate { get; init; }

    /// <summary>How often it has been redriven.</summary>
    public int RedriveCount { get; init; }

    /// <summary>When it was last redriven, or null if it never was.</summary>
    public DateTimeOffset? RedriveDate { get; init; }

    /// <summary>How many events its history had when it last ended; 0 where it has not, or where an earlier release did not say.</summary>
    public long EventCount { get; init; }

    /// <summary>What it is as the child of a Map Run, or null if it is none.</summary>
    public ChildEntry? Child { get; init; }

    /// <summary>The ARN of the machine it runs; of a child, that of the machine its Map is part of, which is the one that is stored.</summary>
    public string StoredMachineArn => StateMachineArn.Split('/')[0];

    /// <summary>The ARN of the execution.</summary>
    public string ExecutionArn => ArnScheme.Execution(StateMachineArn, Name);
}
