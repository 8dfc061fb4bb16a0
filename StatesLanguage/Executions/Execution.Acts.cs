using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <content>What the steps of an execution do to it.</content>
public sealed partial class Execution
{
    /// <summary>The last millisecond of the calendar.</summary>
    private static readonly DateTimeOffset Latest = DateTimeOffset.FromUnixTimeMilliseconds(253_402_300_799_999);

    /// <summary>How many bytes of JSON all variables of an execution may take.</summary>
    private const long MostVariableBytes = 10 * 1024 * 1024;

    /// <summary>Writes an event into the history, unless the execution has ended; one too many ends it.</summary>
    /// <returns>The event's id.</returns>
    internal long Record(HistoryEventType type, long previous, HistoryDetails? details)
    {
        if (!IsRunning)
        {
            return EventCount;
        }

        if (EventCount + 1 >= Start.Limits.HistoryEvents && !EndsExecution(type))
        {
            var failure = new Failure(Failure.Runtime, $"The execution reached the maximum number of history events ({Start.Limits.HistoryEvents}).");
            Record(HistoryEventType.ExecutionFailed, previous, Details(failure));
            End(ExecutionStatus.Failed, output: null, failure);
            return EventCount;
        }

        EventCount++;
        history?.Add(new HistoryEvent(EventCount, previous, Now, type, details));
        return EventCount;
    }

    /// <summary>Has a strand write the event that follows from its last one.</summary>
    internal void Record(Strand strand, HistoryEventType type, HistoryDetails? details) => strand.LastEvent = Record(type, strand.LastEvent, details);

    /// <summary>Says how far an attempt at a task has come, unless the execution has ended.</summary>
    internal void Tell(Work.Task work, TaskPhase phase)
    {
        if (progress is not null && IsRunning)
        {
            progress.Add(new TaskProgress(work.Request.Resource, phase, Now, work.ScheduledAt, work.StartedAt));
        }
    }

    /// <summary>The details of a failure, or null where nobody wants them.</summary>
    internal HistoryDetails? Details(Failure failure) => IsRecording ? new HistoryDetails.Failed(failure.Error, failure.Cause) : null;

    /// <summary>Hands an effect to the driver, unless the execution has ended.</summary>
    internal void Issue(Effect effect)
    {
        if (IsRunning)
        {
            effects.Add(effect);
        }
    }

    /// <summary>A number for a task, timer or visit, unique in the execution.</summary>
    internal long NextNumber() => ++lastNumber;

    /// <summary>How many attempts at a state went before this one; 0 where nobody counts them.</summary>
    internal int NextInvocation(string stateName)
    {
        if (Start.TestCase is null)
        {
            return 0;
        }

        var before = invocations.GetValueOrDefault(stateName);
        invocations[stateName] = before + 1;
        return before;
    }

    /// <summary>The moment that much later than now; the calendar's end where it would lie beyond.</summary>
    internal DateTimeOffset After(TimeSpan pause) => pause < Latest - Now ? Now + pause : Latest;

    /// <summary>Sends a strand to a state of its graph.</summary>
    internal void Go(Strand strand, string stateName, Json input)
    {
        strand.State = strand.Graph[stateName];
        strand.Input = input;
        strand.Visit = 0;
        strand.Work = null;
        strand.ForgetUnfinished();
        strand.RetryCount = 0;
        strand.RetriesUsed = null;
        Queue(strand);
    }

    /// <summary>Puts a strand on the list of those to look at, unless the execution has ended.</summary>
    internal void Queue(Strand strand)
    {
        if (!strand.IsQueued && IsRunning)
        {
            strand.IsQueued = true;
            ready.Push(strand);
        }
    }

    /// <summary>Counts a state as entered.</summary>
    internal void CountTransition(Strand strand)
    {
        Transitions++;
        strand.Entered++;
        strand.Visit = Start.Rules < VisitNames.Since ? Transitions : VisitNames.Visit(strand);
        strand.EnteredAt = Now;
        strand.EnteredEvent = strand.LastEvent;
    }

    /// <summary>Sets variables of a strand's graph, all at once; false, with none set, where they are more than one state may assign or the execution may hold.</summary>
    internal bool TrySetVariables(Strand strand, JsonObject assigned)
    {
        var variables = strand.Variables;
        foreach (var (variable, value) in assigned)
        {
            variables = variables.With(variable, value);
        }

        var total = variableBytes + variables.Utf8Length - strand.Variables.Utf8Length;
        if (assigned.Utf8Length > Start.Limits.PayloadBytes || total > MostVariableBytes)
        {
            return false;
        }

        variableBytes = total;
        strand.Variables = variables;
        return true;
    }

    /// <summary>Drops a strand that has ended or was cut short. Its variables no longer count; it has them still, for a redrive.</summary>
    internal void Abandon(Strand strand)
    {
        strand.Work = Work.Abandoned;
        variableBytes -= strand.Variables.Utf8Length - JsonObject.Empty.Utf8Length;
    }

    /// <summary>Lets a strand wait for a task.</summary>
    internal void Await(Strand strand, Work.Task work)
    {
        if (!IsRunning)
        {
            return;
        }

        strand.Work = work;
        tasks.Add(work.Request.Task, strand);
        Issue(new Effect.InvokeTask(work.Request));
        if (work.Request.Deadline is { } deadline)
        {
            work.TimeoutTimer = SetTimer(strand, deadline);
        }

        if (!WorkerTask.Is(work))
        {
            SetHeartbeatTimer(strand, work);
        }
    }

    /// <summary>Starts the wait for a task's next sign of life anew.</summary>
    internal void SetHeartbeatTimer(Strand strand, Work.Task work)
    {
        CancelTimer(work.HeartbeatTimer);
        if (work.HeartbeatSeconds is { } seconds)
        {
            work.HeartbeatDue = After(TimeSpan.FromSeconds(seconds));
            work.HeartbeatTimer = SetTimer(strand, work.HeartbeatDue);
        }
    }

    /// <summary>Lets a strand wait for a moment.</summary>
    internal void Await(Strand strand, DateTimeOffset due, bool isRetry)
    {
        if (IsRunning)
        {
            strand.Work = new Work.Pause(SetTimer(strand, due), due, isRetry);
        }
    }

    /// <summary>Lets a strand no longer wait for what it waits for, and cuts short all that began in it.</summary>
    /// <param name="strand">The strand.</param>
    /// <param name="isDone">Whether what it waited for has happened, so that no driver need be told to drop it.</param>
    internal void StopWaiting(Strand strand, bool isDone)
    {
        switch (strand.Work)
        {
            case Work.Task task:
                tasks.Remove(task.Request.Task);
                CancelTimer(task.TimeoutTimer);
                CancelTimer(task.HeartbeatTimer);
                if (!isDone)
                {
                    Issue(new Effect.CancelTask(task.Request.Task));
                    strand.UnfinishedMapRun = task.Request.Resource is TaskResource.MapRun ? task.Request.Input : null;
                }

                break;
            case Work.Pause pause:
                CancelTimer(pause.Timer);
                break;
            case Work.Children children:
                foreach (var child in children.InOrder())
                {
                    StopWaiting(child, isDone: false);
                    Abandon(child);
                }

                children.Halt();
                strand.Unfinished = children;
                break;
        }

        strand.Work = null;
    }

    /// <summary>Ends the execution.</summary>
    internal void End(ExecutionStatus status, Json? output, Failure? failure)
    {
        if (!IsRunning)
        {
            return;
        }

        CancelTimer(lifetimeTimer);
        StopWaiting(root, isDone: false);
        Issue(new Effect.Finish(status, output, failure));
        ready.Clear();
        Status = status;
        Output = output;
        Failure = failure;
        StoppedAt = Now;
    }

    private long SetTimer(Strand strand, DateTimeOffset due)
    {
        var timer = NextNumber();
        timers.Add(timer, strand);
        Issue(new Effect.SetTimer(timer, due));
        return timer;
    }

    private void CancelTimer(long timer)
    {
        if (timers.Remove(timer) || (timer == lifetimeTimer && timer != 0))
        {
            Issue(new Effect.CancelTimer(timer));
        }
    }

    private static bool EndsExecution(HistoryEventType type) => type
        is HistoryEventType.ExecutionSucceeded
        or HistoryEventType.ExecutionFailed
        or HistoryEventType.ExecutionTimedOut
        or HistoryEventType.ExecutionAborted;
}
