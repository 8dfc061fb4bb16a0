using TaskOrchestration.StatesLanguage.Observing;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <content>The execution as it looks from outside.</content>
public sealed partial class Execution
{
    /// <summary>The states it is in, a Parallel or Map before what runs in it; none once it has ended.</summary>
    public IEnumerable<OpenState> OpenStates() =>
        IsRunning ? Places.Under(root).Where(strand => strand.HasEntered).Select(Opened) : [];

    /// <summary>The variables of the machine itself, and of every branch and iteration that runs, where there are any.</summary>
    public IEnumerable<ScopeVariables> Variables() => Places.Under(root)
        .Where(strand => strand.Variables.Count > 0)
        .Select(strand => new ScopeVariables(Places.Of(strand), strand.Variables));

    /// <summary>The name of the state whose task or timer a fact is about, before it is applied; null where it is about none.</summary>
    public string? StateOf(Fact fact)
    {
        var strands = fact is Fact.TimerFired ? timers : tasks;
        return strands.GetValueOrDefault(NumberIn(fact))?.State.Name;
    }

    /// <summary>Whether it is in the state that a strand was seen to enter.</summary>
    internal bool IsOpen(Strand strand) => IsRunning && Places.Under(root).Contains(strand) && strand.EnteredEvent == Observation?.EnteredEvent;

    private static OpenState Opened(Strand strand) => new()
    {
        State = strand.State,
        Path = Places.Of(strand),
        Since = strand.EnteredAt,
        EnteredEvent = strand.EnteredEvent,
        Input = strand.Input,
        Activity = strand.Work is Work.Pause pause ? (pause.IsRetry ? StateActivity.Retrying : StateActivity.Waiting) : StateActivity.Running,
        RetryCount = strand.RetryCount,
    };

    /// <summary>No task or timer is number 0.</summary>
    private static long NumberIn(Fact fact) => fact switch
    {
        Fact.TaskStarted started => started.Task,
        Fact.TaskSubmitted submitted => submitted.Task,
        Fact.TaskHeartbeat heartbeat => heartbeat.Task,
        Fact.TaskSucceeded succeeded => succeeded.Task,
        Fact.TaskFailed failed => failed.Task,
        Fact.TimerFired fired => fired.Timer,
        _ => 0,
    };
}
