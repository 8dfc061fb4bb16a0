using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>Where an execution stands after all facts that are known.</summary>
public sealed record CourseStanding
{
    /// <summary>Where it stands.</summary>
    public required ExecutionStatus Status { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, or null while it runs.</summary>
    public required DateTimeOffset? StoppedAt { get; init; }

    /// <summary>Why it ended, if it did not succeed.</summary>
    public required Failure? Failure { get; init; }

    /// <summary>How often it has been redriven.</summary>
    public required int RedriveCount { get; init; }

    /// <summary>How many facts there are.</summary>
    public required int FactCount { get; init; }

    /// <summary>How many events its history has.</summary>
    public required long EventCount { get; init; }

    /// <summary>How many states it has entered.</summary>
    public required long Transitions { get; init; }

    /// <summary>What it has started that has a history of its own: the first thousand.</summary>
    public required ValueList<CourseLink> Links { get; init; }
}
