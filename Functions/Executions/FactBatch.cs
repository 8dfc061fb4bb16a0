using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Executions;

/// <summary>What has happened to an execution since it was last taken down.</summary>
public sealed record FactBatch
{
    /// <summary>The execution.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>The place of the first fact among all facts of the execution: 0, 1, 2 …</summary>
    public required int From { get; init; }

    /// <summary>The facts, in order.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>Tasks that wait for a callback from now on.</summary>
    public IReadOnlyList<long> Opened { get; init; } = [];

    /// <summary>Tasks that do not wait for a callback any more.</summary>
    public IReadOnlyList<long> Closed { get; init; } = [];

    /// <summary>How the execution ended, if one of the facts ended it.</summary>
    public ExecutionEnd? End { get; init; }
}
