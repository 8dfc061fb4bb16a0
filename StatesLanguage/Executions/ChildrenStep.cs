using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>How the branches of a Parallel and the iterations of a Map begin and end.</summary>
internal static class ChildrenStep
{
    /// <summary>
    /// How many times the payload limit all outputs together may take up. A ResultSelector or a ResultPath of null may leave little of
    /// them, so the limit itself is for what they leave; this one keeps a Map of large outputs from exhausting the process.
    /// </summary>
    private const int PayloadsKept = 64;

    /// <summary>Lets a strand wait for its children; they begin one by one as the strand comes up.</summary>
    public static void Begin(Execution execution, Strand owner, Work.Children children)
    {
        owner.Work = children;
        owner.Begun++;
        if (children.Count == 0 && !execution.IsAlone)
        {
            Finish(execution, owner, children);
        }
        else
        {
            execution.Queue(owner);
        }
    }

    /// <summary>Begins the next child if one may.</summary>
    public static void BeginNext(Execution execution, Strand owner, Work.Children children)
    {
        if (children.Ended == children.Count)
        {
            // Only after a redrive: all had succeeded, and what went wrong was how their results are put together.
            Finish(execution, owner, children);
        }
        else if (children.CanBegin && children.TakeAgain() is { } child)
        {
            Go(execution, owner, children, child);
            execution.Revive(child);
        }
        else if (children.CanBegin)
        {
            BeginNew(execution, owner, children);
        }
    }

    /// <summary>A child has reached the end of its graph.</summary>
    public static void Succeeded(Execution execution, Strand owner, Strand child, Json output)
    {
        var lastEvent = child.Item is null
            ? child.LastEvent
            : RecordIteration(execution, owner, child, HistoryEventType.MapIterationSucceeded);
        Ended(execution, owner, child, output, lastEvent);
    }

    /// <summary>A child has failed: its siblings are cut short and the failure is the owner's, unless it is tolerated.</summary>
    public static void Failed(Execution execution, Strand owner, Strand child, Failure failure)
    {
        // The event before may have filled the history; then the execution has ended and nothing waits any more.
        if (owner.Work is not Work.Children children)
        {
            return;
        }

        if (child.Item is not null)
        {
            var failedEvent = RecordIteration(execution, owner, child, HistoryEventType.MapIterationFailed);
            children.Failed++;
            if (children.Failed <= children.ToleratedFailures)
            {
                children.KeepUnsuccessful(child);
                Ended(execution, owner, child, failure.ToJson(), failedEvent);
                return;
            }
        }

        children.Running.Remove(child.Index);
        children.KeepUnsuccessful(child);
        execution.Abandon(child);
        if (child.Item is null)
        {
            RecordAborted(execution, child);
        }

        CutShort(execution, owner, children);
        owner.LastEvent = child.LastEvent;
        Failing.Decide(
            execution,
            owner,
            children.HasThreshold ? MapRunFailure.ThresholdExceeded : failure);
    }

    /// <summary>The graph a child runs through.</summary>
    public static StateGraph Graph(Strand owner, int index) =>
        owner.State is MapState map ? map.ItemProcessor : ((ParallelState)owner.State).Branches[index];

    /// <summary>The input of the child of that number.</summary>
    public static bool TryInput(Execution execution, Strand owner, Work.Children children, int index, out Json? input, out Failure? failure)
    {
        input = children.Items is { } items ? items[index] : children.EffectiveInput;
        failure = null;
        return owner.State is not MapState { ItemSelector: { } selector }
            || Evaluation.TryEvaluate(
                selector,
                "ItemSelector",
                execution.Scope.At(owner, children.EffectiveInput, currentTask: null, ContextObject.MapPart(index, children.Items![index])),
                execution.Entropy,
                out input,
                out failure);
    }

    /// <summary>Writes that a Parallel or Map has failed, once no retrier took the failure.</summary>
    public static void RecordFailed(Execution execution, Strand strand)
    {
        switch (strand.State)
        {
            case ParallelState:
                execution.Record(strand, HistoryEventType.ParallelStateFailed, details: null);
                break;
            case MapState:
                execution.Record(strand, HistoryEventType.MapStateFailed, details: null);
                break;
        }
    }

    private static void BeginNew(Execution execution, Strand owner, Work.Children children)
    {
        var index = children.Next++;
        var follows = index < children.MaxConcurrency ? children.StartEvent : children.FreedEvent;
        var graph = Graph(owner, index);
        var child = new Strand(graph, owner, index) { Item = children.Items?[index], LastEvent = follows };
        if (!TryInput(execution, owner, children, index, out var input, out var failure))
        {
            children.Next--;
            FailBeforeBeginning(execution, owner, children, failure!);
            return;
        }

        if (input!.Utf8Length > execution.Start.Limits.PayloadBytes)
        {
            Failing.TooLarge(execution, owner);
            return;
        }

        if (child.Item is not null)
        {
            child.LastEvent = RecordIteration(execution, owner, child, HistoryEventType.MapIterationStarted);
        }

        if (owner.State is MapState { ItemSelector: not null })
        {
            execution.ObservationOf(owner)?.SawIteration(input);
        }

        // The event may have filled the history; then the execution has ended.
        if (!execution.IsRunning)
        {
            return;
        }

        Go(execution, owner, children, child);
        execution.Go(child, graph.StartAt, input);
    }

    /// <summary>A child takes a place. It comes on top after this, so that it runs until it waits before the next one begins.</summary>
    private static void Go(Execution execution, Strand owner, Work.Children children, Strand child)
    {
        children.Running.Add(child.Index, child);
        if (children.CanBegin)
        {
            execution.Queue(owner);
        }
    }

    /// <summary>Fails the owner because it cannot make a child's input. The children it has go on no longer, whatever comes of it.</summary>
    private static void FailBeforeBeginning(Execution execution, Strand owner, Work.Children children, Failure failure)
    {
        if (failure.Error != Failure.Runtime)
        {
            CutShort(execution, owner, children);
        }

        Failing.Explained(execution, owner, failure);
    }

    /// <summary>A child's place is free. If it was the last, the owner's next event follows from <paramref name="lastEvent"/>; the child that takes its place follows from its own last one.</summary>
    private static void Ended(Execution execution, Strand owner, Strand child, Json output, long lastEvent)
    {
        if (owner.Work is not Work.Children children)
        {
            return;
        }

        children.Running.Remove(child.Index);
        execution.Abandon(child);
        children.Keep(child.Index, output);
        children.FreedEvent = child.LastEvent;
        children.Ended++;
        if (children.OutputBytes > (long)execution.Start.Limits.PayloadBytes * PayloadsKept)
        {
            Failing.TooLarge(execution, owner);
        }
        else if (children.Ended == children.Count)
        {
            owner.LastEvent = lastEvent;
            Finish(execution, owner, children);
        }
        else if (children.CanBegin)
        {
            execution.Queue(owner);
        }
    }

    private static void Finish(Execution execution, Strand owner, Work.Children children)
    {
        owner.Work = null;
        owner.Unfinished = children;

        // A dead end of the history: the exit event follows from the same event as this one.
        execution.Record(
            owner.State is MapState ? HistoryEventType.MapStateSucceeded : HistoryEventType.ParallelStateSucceeded,
            owner.LastEvent,
            details: null);
        Leaving.WithResult(execution, owner, (WorkState)owner.State, JsonArray.Owning(children.Outputs!));
    }

    private static void CutShort(Execution execution, Strand owner, Work.Children children)
    {
        foreach (var child in children.InOrder())
        {
            RecordAborted(execution, child);
            if (child.Item is not null)
            {
                RecordIteration(execution, owner, child, HistoryEventType.MapIterationAborted);
            }
        }

        execution.StopWaiting(owner, isDone: false);
    }

    /// <summary>Writes that a state was left neither with success nor with a failure of its own kind. AWS writes it for the state that failed a branch, too.</summary>
    private static void RecordAborted(Execution execution, Strand child)
    {
        if (child.Work is Work.Task { Request.Resource: TaskResource.MapRun })
        {
            execution.Record(child, HistoryEventType.MapRunAborted, details: null);
        }

        if (EventTypeOf.Aborting(child.State) is { } type)
        {
            execution.Record(child, type, details: null);
        }
    }

    private static long RecordIteration(Execution execution, Strand owner, Strand child, HistoryEventType type) =>
        execution.Record(type, child.LastEvent, execution.IsRecording ? new HistoryDetails.MapIteration(owner.State.Name, child.Index) : null);
}
