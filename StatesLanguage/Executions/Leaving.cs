using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>How a state is left with success.</summary>
internal static class Leaving
{
    /// <summary>Takes the result of a Task, Parallel or Map through ResultSelector, ResultPath and OutputPath. Assign sees it as it came, not what ResultSelector makes of it.</summary>
    public static void WithResult(Execution execution, Strand strand, WorkState state, Json result)
    {
        if (state.QueryLanguage == QueryLanguage.Jsonata)
        {
            WithHandover(execution, strand, Handover.Of(state), result, result, Next(state.Transition));
        }
        else if (DataFlow.TryAssign(execution, strand, state.Assign, result, out var assigned, out var failure)
            && DataFlow.TryTemplate(execution, strand, state.ResultSelector, "ResultSelector", result, out var selected, out failure))
        {
            Placed(execution, strand, selected, assigned, state.ResultPath, state.Transition);
        }
        else
        {
            Failing.Explained(execution, strand, failure);
        }
    }

    /// <summary>Takes the result of a Pass through Assign, ResultPath and OutputPath.</summary>
    public static void WithResult(Execution execution, Strand strand, PassState state, Json result)
    {
        if (state.QueryLanguage == QueryLanguage.Jsonata)
        {
            WithHandover(execution, strand, Handover.Of(state), otherwise: result, result: null, Next(state.Transition));
        }
        else if (DataFlow.TryAssign(execution, strand, strand.State.Assign, result, out var assigned, out var failure))
        {
            Placed(execution, strand, result, assigned, state.ResultPath, state.Transition);
        }
        else
        {
            Failing.Explained(execution, strand, failure);
        }
    }

    /// <summary>Leaves a state that hands its input on.</summary>
    /// <param name="execution">The execution.</param>
    /// <param name="strand">The strand.</param>
    /// <param name="input">The input after InputPath.</param>
    /// <param name="handover">The variables to set, and in JSONata what to hand on instead.</param>
    /// <param name="next">The state to go to, or null at the end of the graph.</param>
    public static void WithInput(Execution execution, Strand strand, Json input, Handover handover, string? next)
    {
        if (strand.State.QueryLanguage == QueryLanguage.Jsonata)
        {
            WithHandover(execution, strand, handover, otherwise: input, result: null, next);
        }
        else if (DataFlow.TryAssign(execution, strand, handover.Assign, input, out var assigned, out var failure)
            && DataFlow.TryOutput(execution, strand, input, out var output, out failure))
        {
            For(execution, strand, next, output, assigned);
        }
        else
        {
            Failing.Explained(execution, strand, failure!);
        }
    }

    /// <summary>Leaves for the state named, or the graph if none is.</summary>
    public static void For(Execution execution, Strand strand, string? next, Json output, JsonObject? assigned)
    {
        if (output.Utf8Length > execution.Start.Limits.PayloadBytes || (assigned is not null && !execution.TrySetVariables(strand, assigned)))
        {
            Failing.TooLarge(execution, strand);
            return;
        }

        execution.Record(
            strand,
            EventTypeOf.Exiting(strand.State),
            execution.IsRecording ? new HistoryDetails.StateExited(strand.State.Name, output, assigned) : null);
        if (!execution.IsRunning)
        {
            return;
        }

        execution.ObservationOf(strand)?.SawExit(strand.LastEvent, output, assigned);
        if (next is not null)
        {
            execution.Go(strand, next, output);
        }
        else if (strand.Owner is { } owner)
        {
            ChildrenStep.Succeeded(execution, owner, strand, output);
        }
        else
        {
            execution.Record(strand, HistoryEventType.ExecutionSucceeded, execution.IsRecording ? new HistoryDetails.Result(output) : null);
            execution.End(ExecutionStatus.Succeeded, output, failure: null);
        }
    }

    private static void WithHandover(Execution execution, Strand strand, Handover handover, Json otherwise, Json? result, string? next)
    {
        if (DataFlow.TryHandOver(execution, strand, handover, otherwise, result, errorOutput: null, out var output, out var assigned, out var failure))
        {
            For(execution, strand, next, output, assigned);
        }
        else
        {
            Failing.Explained(execution, strand, failure);
        }
    }

    private static void Placed(Execution execution, Strand strand, Json result, JsonObject? assigned, ResultTarget target, Transition transition)
    {
        execution.ObservationOf(strand)?.Saw(DataStage.ResultSelector, result);
        if (DataFlow.TryPlace(strand, target, result, out var placed, out var failure))
        {
            execution.ObservationOf(strand)?.Saw(DataStage.ResultPath, placed);
            if (DataFlow.TryOutput(execution, strand, placed, out var output, out failure))
            {
                For(execution, strand, Next(transition), output, assigned);
                return;
            }
        }

        Failing.Explained(execution, strand, failure);
    }

    private static string? Next(Transition transition) => (transition as Transition.Next)?.State;
}
