using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>An execution with its input and outcome.</summary>
public sealed record ExecutionDescription
{
    /// <summary>What a list shows of it.</summary>
    public required ExecutionSummary Summary { get; init; }

    /// <summary>The task that has started it, where it is nested in another execution.</summary>
    public ParentTask? Parent { get; init; }

    /// <summary>Its input.</summary>
    public required Json Input { get; init; }

    /// <summary>Its output, once it has succeeded.</summary>
    public Json? Output { get; init; }

    /// <summary>Why it ended, once it has failed, timed out or been stopped.</summary>
    public Failure? Failure { get; init; }

    /// <summary>Whether it can be redriven now.</summary>
    public RedriveStatus RedriveStatus { get; init; }

    /// <summary>Why it cannot be redriven, in AWS's words; null if it can.</summary>
    public string? RedriveStatusReason { get; init; }
}
