using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>Is told what happened to executions, once it is durable.</summary>
/// <remarks>
/// In order for each execution; at most once: what a crash swallowed is not told again, so whoever must know everything compares with
/// <see cref="IExecutionService"/> at start. Called on a thread of the engine's: it returns at once, does its work elsewhere, and does not throw.
/// </remarks>
public interface IExecutionObserver
{
    /// <summary>Whether it wants the history events of an execution. Deriving them costs time, so it should say no where it can. Asked once an execution, and again after a restart or a redrive.</summary>
    bool WantsHistory(ExecutionStart start);

    /// <summary>Whether it wants to know how the attempts at an execution's tasks get on, which costs far less than the history. Asked as often.</summary>
    bool WantsProgress(ExecutionStart start) => false;

    /// <summary>Something happened.</summary>
    void Observe(ExecutionObservation observation);
}
