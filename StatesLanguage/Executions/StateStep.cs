using System.Diagnostics;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>How any state is entered.</summary>
internal static class StateStep
{
    /// <summary>Enters the state the strand was sent to.</summary>
    public static void Enter(Execution execution, Strand strand)
    {
        var state = strand.State;
        var before = strand.LastEvent;
        execution.Record(strand, EventTypeOf.Entering(state), execution.IsRecording ? new HistoryDetails.StateEntered(state.Name, strand.Input) : null);
        if (!execution.IsRunning)
        {
            return;
        }

        execution.CountTransition(strand);
        execution.ObservationOf(strand)?.SawEntry(strand);
        strand.EventBefore = before;
        Run(execution, strand);
        strand.EventBefore = null;
    }

    /// <summary>Does what the state is there for, once it has been entered: anew when it is redriven.</summary>
    public static void Run(Execution execution, Strand strand)
    {
        switch (strand.State)
        {
            case PassState pass:
                PassStep.Enter(execution, strand, pass);
                break;
            case ChoiceState choice:
                ChoiceStep.Enter(execution, strand, choice);
                break;
            case WaitState wait:
                WaitStep.Enter(execution, strand, wait);
                break;
            case SucceedState:
                SucceedStep.Enter(execution, strand);
                break;
            case FailState fail:
                FailStep.Enter(execution, strand, fail);
                break;
            case WorkState:
                Attempt(execution, strand);
                break;
            default:
                throw new UnreachableException($"no step for {strand.State.Type}");
        }
    }

    /// <summary>Begins the work of a state that can be retried: once when it is entered, and again after each pause.</summary>
    public static void Attempt(Execution execution, Strand strand)
    {
        switch (strand.State)
        {
            case TaskState task:
                TaskStep.Attempt(execution, strand, task);
                break;
            case ParallelState parallel:
                ParallelStep.Attempt(execution, strand, parallel);
                break;
            case MapState map:
                MapStep.Attempt(execution, strand, map);
                break;
            default:
                throw new UnreachableException($"no attempt for {strand.State.Type}");
        }
    }
}
