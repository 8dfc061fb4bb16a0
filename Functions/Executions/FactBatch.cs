using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Executions;

/// <summary>What has happened to an execution since it was last taken down.</summary>
public sealed record FactBatch
{
    /// <summary>The execution.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>How often it had been redriven when the orchestration began that says so.</summary>
    public required int RedriveCount { get; init; }

    /// <summary>The place of the first fact among all facts of the execution: 0, 1, 2 …</summary>
    public required int From { get; init; }

    /// <summary>The digest over all facts before <see cref="From"/> (<see cref="FactChain"/>).</summary>
    public required string Before { get; init; }

    /// <summary>The facts, in order. May be none, and may repeat some that were taken down before.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>Whether this is the first that the orchestration has to say (since it was started, not since it continued as new): Durable Functions has the execution in hand.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Tasks that wait for a callback from now on.</summary>
    public IReadOnlyList<long> Opened { get; init; } = [];

    /// <summary>
    /// Tasks that do not wait for a callback any more, answered or not. A token once closed stays so: an orchestrator names only those that were closed in an
    /// episode that is history already, in other words while it was replaying or in an earlier turn than the one that calls the activity.
    /// </summary>
    public IReadOnlyList<long> Closed { get; init; } = [];

    /// <summary>How the execution ended, if one of the facts ended it.</summary>
    public ExecutionEnd? End { get; init; }
}
