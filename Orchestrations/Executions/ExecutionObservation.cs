using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>What one or more facts have done to an execution.</summary>
public sealed record ExecutionObservation
{
    /// <summary>The execution.</summary>
    public required ExecutionStart Start { get; init; }

    /// <summary>Whether it is STANDARD or EXPRESS.</summary>
    public required StateMachineType Type { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the last of the facts happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Where it stands since then.</summary>
    public required ExecutionStatus Status { get; init; }

    /// <summary>Whether one of the facts was its start.</summary>
    public bool IsStart { get; init; }

    /// <summary>Whether one of the facts was a redrive.</summary>
    public bool IsRedrive { get; init; }

    /// <summary>How often it has been redriven.</summary>
    public int RedriveCount { get; init; }

    /// <summary>Its output, once it has succeeded.</summary>
    public Json? Output { get; init; }

    /// <summary>Why it ended, once it has failed, timed out or been stopped.</summary>
    public Failure? Failure { get; init; }

    /// <summary>The history events since the last observation, if the observer wants them; else empty.</summary>
    public IReadOnlyList<HistoryEvent> Events { get; init; } = [];

    /// <summary>How far attempts at tasks have come since the last observation, if any observer wants to know; else empty.</summary>
    public IReadOnlyList<TaskProgress> Progress { get; init; } = [];
}
