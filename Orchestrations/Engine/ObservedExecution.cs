using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>An execution some are told of, and which of them want its history.</summary>
public sealed class ObservedExecution
{
    private readonly Observers observers;
    private readonly bool[] wantsHistory;

    internal ObservedExecution(Observers observers, bool[] wantsHistory, bool wantsProgress)
    {
        this.observers = observers;
        this.wantsHistory = wantsHistory;
        WantsHistory = wantsHistory.Contains(true);
        WantsProgress = wantsProgress;
    }

    /// <summary>Whether anyone wants the history.</summary>
    public bool WantsHistory { get; }

    /// <summary>Whether anyone wants to know how tasks get on.</summary>
    public bool WantsProgress { get; }

    /// <summary>Tells them what has happened.</summary>
    public void Tell(ExecutionObservation observation) => observers.Tell(wantsHistory, observation);
}
