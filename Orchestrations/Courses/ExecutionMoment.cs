using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Observing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>An execution as it was after one of its facts.</summary>
public sealed record ExecutionMoment
{
    /// <summary>The fact.</summary>
    public required FactMoment Fact { get; init; }

    /// <summary>Where it stood.</summary>
    public required ExecutionStatus Status { get; init; }

    /// <summary>The states it was in, a Parallel or Map before what runs in it.</summary>
    public required ValueList<OpenState> States { get; init; }

    /// <summary>Its variables.</summary>
    public required ValueList<ScopeVariables> Variables { get; init; }

    /// <summary>Its output, where it had succeeded.</summary>
    public Json? Output { get; init; }

    /// <summary>Why it had ended, where it had otherwise.</summary>
    public Failure? Failure { get; init; }
}
