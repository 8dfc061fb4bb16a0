using System.Diagnostics;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>Says of what kind facts are.</summary>
public static class FactKinds
{
    /// <summary>The kind of a fact.</summary>
    public static FactKind Of(Fact fact) => fact switch
    {
        Fact.Started => FactKind.Started,
        Fact.TaskStarted => FactKind.TaskStarted,
        Fact.TaskSubmitted => FactKind.TaskSubmitted,
        Fact.TaskHeartbeat => FactKind.TaskHeartbeat,
        Fact.TaskSucceeded => FactKind.TaskSucceeded,
        Fact.TaskFailed => FactKind.TaskFailed,
        Fact.TimerFired => FactKind.TimerFired,
        Fact.Continued => FactKind.Continued,
        Fact.Stopped => FactKind.Stopped,
        Fact.Redriven => FactKind.Redriven,
        _ => throw new UnreachableException($"no kind for {fact?.GetType().Name}"),
    };
}
