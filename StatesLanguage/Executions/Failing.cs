using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>What happens when a state fails: its retriers are asked, then its catchers, then the failure goes up.</summary>
/// <seealso href="https://states-language.net/spec.html#errors">Errors in the specification</seealso>
internal static class Failing
{
    /// <summary>Fails a state whose data does not fit its definition; the cause gets the place in front. <c>States.Runtime</c> ends the execution at once.</summary>
    public static void Explained(Execution execution, Strand strand, Failure failure)
    {
        var explained = Explain(execution, strand, failure);
        if (failure.Error == Failure.Runtime)
        {
            EndExecution(execution, strand, explained);
        }
        else
        {
            Decide(execution, strand, explained);
        }
    }

    /// <summary>Ends the execution because a state's output is over the limit.</summary>
    public static void TooLarge(Execution execution, Strand strand)
    {
        // As on AWS, a Parallel or Map with too large a result is redriven as a whole.
        if ((strand.Work as Work.Children ?? strand.Unfinished) is { } children)
        {
            children.StartsOver = true;
        }

        strand.UnfinishedMapRun = null;

        EndExecution(execution, strand, TooLarge(strand.State.Name));
    }

    /// <summary>The failure of something whose result is over the limit.</summary>
    public static Failure TooLarge(string source) => new(
        Failure.DataLimitExceeded,
        $"The state/task '{source}' returned a result with a size exceeding the maximum number of bytes service limit.");

    /// <summary>Asks the retriers and then the catchers of the strand's state; fails the strand if none takes the failure.</summary>
    public static void Decide(Execution execution, Strand strand, Failure failure)
    {
        if (strand.State is not WorkState state)
        {
            Uncaught(execution, strand, failure);
        }
        else if (!TryRetry(execution, strand, state, failure))
        {
            ChildrenStep.RecordFailed(execution, strand);
            if (!TryCatch(execution, strand, state, failure))
            {
                Uncaught(execution, strand, failure);
            }
        }
    }

    /// <summary>Fails the strand: the whole execution, or the Parallel or Map it belongs to.</summary>
    public static void Uncaught(Execution execution, Strand strand, Failure failure)
    {
        execution.ObservationOf(strand)?.SawFailure(failure);
        if (strand.Owner is { } owner)
        {
            ChildrenStep.Failed(execution, owner, strand, failure);
        }
        else
        {
            EndExecution(execution, strand, failure);
        }
    }

    private static void EndExecution(Execution execution, Strand strand, Failure failure)
    {
        execution.ObservationOf(strand)?.SawFailure(failure);
        execution.Record(HistoryEventType.ExecutionFailed, strand.LastEvent, execution.Details(failure));
        execution.End(ExecutionStatus.Failed, output: null, failure);
    }

    private static bool TryRetry(Execution execution, Strand strand, WorkState state, Failure failure)
    {
        for (var i = 0; i < state.Retry.Count; i++)
        {
            var retrier = state.Retry[i];
            if (!ErrorMatch.Any(retrier.ErrorEquals, failure))
            {
                continue;
            }

            execution.ObservationOf(strand)?.SawRetrier(i);
            var used = strand.RetriesUsed ??= new int[state.Retry.Count];
            if (used[i] >= retrier.MaxAttempts)
            {
                return false;
            }

            var pause = RetryDelay.Before(retrier, used[i], retrier.FullJitter ? execution.Entropy.NextDouble() : 1);
            used[i]++;
            execution.ObservationOf(strand)?.SawPause(failure, pause);
            strand.ForgetUnfinished();
            execution.Await(strand, execution.After(pause), isRetry: true);
            return true;
        }

        return false;
    }

    private static bool TryCatch(Execution execution, Strand strand, WorkState state, Failure failure)
    {
        for (var i = 0; i < state.Catch.Count; i++)
        {
            var catcher = state.Catch[i];
            if (ErrorMatch.Any(catcher.ErrorEquals, failure))
            {
                execution.ObservationOf(strand)?.SawCatcher(i, failure);
                Catch(execution, strand, catcher, i, failure);
                return true;
            }
        }

        return false;
    }

    private static void Catch(Execution execution, Strand strand, Catcher catcher, int index, Failure failure)
    {
        var errorOutput = failure.ToJson();
        if (TryHandOver(execution, strand, catcher, index, errorOutput, out var output, out var assigned, out var mistake))
        {
            Leaving.For(execution, strand, catcher.Next, output!, assigned);
        }
        else
        {
            NotHandled(execution, strand, Explain(execution, strand, mistake!));
        }
    }

    private static bool TryHandOver(
        Execution execution,
        Strand strand,
        Catcher catcher,
        int index,
        JsonObject errorOutput,
        out Json? output,
        out JsonObject? assigned,
        out Failure? mistake)
    {
        if (strand.State.QueryLanguage == QueryLanguage.Jsonata)
        {
            return DataFlow.TryHandOver(
                execution, strand, Handover.Of(catcher, index), otherwise: errorOutput, result: null, errorOutput, out output, out assigned, out mistake);
        }

        output = null;
        return DataFlow.TryAssign(execution, strand, catcher.Assign, errorOutput, out assigned, out mistake)
            && DataFlow.TryPlace(strand, catcher.ResultPath, errorOutput, out output, out mistake);
    }

    /// <summary>Goes on after a mistake in a catcher: the same state neither retries nor catches it.</summary>
    private static void NotHandled(Execution execution, Strand strand, Failure mistake)
    {
        if (mistake.Error == Failure.Runtime)
        {
            EndExecution(execution, strand, mistake);
        }
        else
        {
            Uncaught(execution, strand, mistake);
        }
    }

    /// <summary>The failure as it is told, with the place in front of its cause. Where a JSONata state failed to work something out, an event says so first.</summary>
    private static Failure Explain(Execution execution, Strand strand, Failure failure)
    {
        var explained = WithPlace(strand, failure);
        if (failure.Site is not { } site)
        {
            return explained;
        }

        strand.LastEvent = execution.Record(
            HistoryEventType.EvaluationFailed,
            site.IsAfterEntry ? strand.LastEvent : strand.EventBefore ?? strand.LastEvent,
            execution.IsRecording ? new HistoryDetails.EvaluationFailed(strand.State.Name, site.Location, explained.Error, explained.Cause) : null);
        return explained with { Site = null };
    }

    /// <summary>The failure with the place in front of its cause; as it is where the state was not entered by an event, because it is run by itself.</summary>
    private static Failure WithPlace(Strand strand, Failure failure) => strand.EnteredEvent == 0 ? failure : failure with
    {
        Cause = $"An error occurred while executing the state '{strand.State.Name}' (entered at the event id #{strand.EnteredEvent}). {failure.Cause}",
    };
}
