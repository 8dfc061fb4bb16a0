using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.MapRuns;

/// <summary>How a child of a Map Run ended.</summary>
public sealed record ChildEnd
{
    /// <summary>The child's number, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>How it ended.</summary>
    public required ExecutionStatus Status { get; init; }

    /// <summary>What it yielded, if it succeeded.</summary>
    public Json? Output { get; init; }

    /// <summary>Why it ended, if it did not.</summary>
    public Failure? Failure { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset StoppedAt { get; init; }

    /// <summary>How often it has been redriven.</summary>
    public int RedriveCount { get; init; }

    /// <summary>Why a redrive of the Map Run will not take it up, in AWS's words, where it did not succeed and none will.</summary>
    public string? RedriveObstacle { get; init; }
}
