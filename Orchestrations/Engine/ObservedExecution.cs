using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>An execution some are told of, and which of them want its history.</summary>
internal sealed class ObservedExecution(Observers observers, bool[] wantsHistory, bool wantsProgress)
{
    /// <summary>Whether anyone wants the history.</summary>
    public bool WantsHistory { get; } = wantsHistory.Contains(true);

    /// <summary>Whether anyone wants to know how tasks get on.</summary>
    public bool WantsProgress { get; } = wantsProgress;

    /// <summary>Tells them what has happened.</summary>
    public void Tell(ExecutionObservation observation) => observers.Tell(wantsHistory, observation);
}
