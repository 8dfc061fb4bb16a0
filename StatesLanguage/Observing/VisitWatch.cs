using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Testing;

namespace TaskOrchestration.StatesLanguage.Observing;

/// <summary>Watches one visit to a state while the facts of its execution are applied once more: what it tells is what happened, worked out by the steps themselves.</summary>
public sealed class VisitWatch
{
    private readonly Execution execution;
    private readonly StateObservation observation;

    /// <summary>Watches a visit.</summary>
    /// <param name="execution">The execution, before the fact is applied by which the state is entered.</param>
    /// <param name="enteredEvent">The event by which it is entered.</param>
    public VisitWatch(Execution execution, long enteredEvent)
    {
        ArgumentNullException.ThrowIfNull(execution);
        this.execution = execution;
        observation = new StateObservation { EnteredEvent = enteredEvent };
        execution.Observe(observation);
    }

    /// <summary>Whether the state has been left, so that later facts tell no more about it.</summary>
    public bool IsOver => observation.ExitedEvent is not null;

    /// <summary>The visit as far as the facts go that have been applied; null if the event has not come, or was not the entering of a state.</summary>
    public StateVisit? Visit()
    {
        if (observation.Visit is not { } strand)
        {
            return null;
        }

        var status = Status(strand);
        return new StateVisit
        {
            State = observation.State!,
            Path = Places.Of(strand),
            EnteredEvent = observation.EnteredEvent!.Value,
            ExitedEvent = observation.ExitedEvent,
            Status = status,
            Input = observation.Input!,
            Stages = ShownStages.Of(observation.State!, observation.Stages),
            Output = observation.Output,
            Assigned = observation.Assigned,
            Failure = status is VisitStatus.Failed or VisitStatus.CaughtError or VisitStatus.Retriable ? observation.Handled : null,
            RetryIndex = observation.Retrier,
            RetryPause = observation.Pause,
            CatchIndex = status == VisitStatus.CaughtError ? observation.Catcher : null,
        };
    }

    private VisitStatus Status(Strand strand) => observation switch
    {
        { ExitedEvent: not null, Catcher: not null } => VisitStatus.CaughtError,
        { ExitedEvent: not null } => VisitStatus.Succeeded,
        _ when execution.IsOpen(strand) => strand.Work is Work.Pause { IsRetry: true } ? VisitStatus.Retriable : VisitStatus.Running,
        { HasFailed: true } => VisitStatus.Failed,
        _ => VisitStatus.Aborted,
    };
}
