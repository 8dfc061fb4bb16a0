using System.Diagnostics;
using TaskOrchestration.Support.Durable.Histories;
using TaskOrchestration.Support.Durable.Hubs;

namespace TaskOrchestration.Support.Durable.Replaying;

/// <summary>One run of an orchestrator from scratch: its history so far, and then what has come since.</summary>
/// <remarks>
/// The rules are those of the real worker. The orchestrator runs on one thread, each answer lets it go on inline, and it has come to an end only when it has
/// returned <em>and</em> no activity, child or timer that it called for is open: neither completing nor continuing as new happens before that.
/// </remarks>
internal sealed class Replay
{
    private readonly TaskHub hub;
    private readonly Instance instance;
    private readonly OrchestratorThread thread;
    private readonly ReplayingContext context;
    private readonly SortedDictionary<int, HubEvent.Called> called = [];
    private readonly Dictionary<int, OpenTask> open = [];
    private readonly List<Call> calls = [];
    private readonly List<HubEvent.EventRaised> carriedOver = [];
    private readonly EventWaits events = new();
    private Task<object?>? result;
    private Continuation? continuation;
    private HubEvent.Terminated? terminated;
    private Exception? illegal;
    private int seen;
    private int nextTask;

    public Replay(TaskHub hub, Instance instance)
    {
        this.hub = hub;
        this.instance = instance;
        thread = new OrchestratorThread(instance.Id, Report);
        context = new ReplayingContext(this, hub, instance);
    }

    /// <summary>The orchestrator's clock.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Whether it is only doing again what it has done before.</summary>
    public bool IsReplaying { get; private set; } = true;

    /// <summary>What it has set as its status.</summary>
    public string? CustomStatus { get; set; }

    /// <summary>Runs it.</summary>
    /// <exception cref="NonDeterminismException">It did something else than before.</exception>
    /// <exception cref="IllegalAwaitException">It left its thread.</exception>
    public Episode Run(IReadOnlyList<HubEvent> fresh)
    {
        thread.Run(() =>
        {
            foreach (var past in instance.History)
            {
                Take(past);
            }

            if (illegal is null && calls.Count < instance.Calls.Count)
            {
                Report(new NonDeterminismException(instance.Id, calls.Count, instance.Calls[calls.Count], now: null));
            }

            IsReplaying = false;
            foreach (var came in fresh)
            {
                Take(came);
            }
        });

        if (illegal is null && result is { IsCompleted: false } && open.Count == 0 && !events.IsAwaited && terminated is null)
        {
            Report(new IllegalAwaitException(instance.Id, "expected the orchestrator to await something durable; it awaits something else, and nothing will wake it"));
        }

        return illegal is null ? new Episode(fresh, [.. called.Values], calls, CustomStatus, End()) : throw illegal;
    }

    /// <summary>Takes down a call and compares it with what was called at this place before.</summary>
    public void Note(string what, string name, string? arguments)
    {
        thread.Demand(what);
        var call = new Call(seen, what, name, arguments);
        if (IsReplaying && (calls.Count >= instance.Calls.Count || instance.Calls[calls.Count] != call))
        {
            var before = calls.Count < instance.Calls.Count ? instance.Calls[calls.Count] : null;
            var difference = new NonDeterminismException(instance.Id, calls.Count, before, call);
            Report(difference);
            throw difference;
        }

        calls.Add(call);
    }

    /// <summary>A value as it travels.</summary>
    public string? Write(object? value, string what)
    {
        try
        {
            return hub.Wire.Write(value, what);
        }
        catch (MessageTooLargeException e)
        {
            Report(e);
            throw;
        }
    }

    /// <summary>Refuses to be asked from elsewhere.</summary>
    public void Demand(string what) => thread.Demand(what);

    /// <summary>Takes down that something is called for whose answer is awaited.</summary>
    public (int Id, OpenTask Task) Open(string name, Func<int, HubEvent.Called> make)
    {
        var id = Add(make);
        var task = new OpenTask(called[id], name);
        open.Add(id, task);
        return (id, task);
    }

    /// <summary>Takes down that something is called for.</summary>
    public int Add(Func<int, HubEvent.Called> make)
    {
        var id = nextTask++;
        called.Add(id, make(id));
        return id;
    }

    /// <summary>Drops a timer.</summary>
    public void Cancel(int id)
    {
        if (open.TryGetValue(id, out var task) && task.TryCancel())
        {
            open.Remove(id);
        }
    }

    /// <summary>Waits for an external event.</summary>
    public void Wait(string name, Type type, Action<string?> give) => events.Wait(name, type, give);

    /// <summary>Has the orchestration go on as a new generation once its orchestrator has returned.</summary>
    public void ContinueAsNew(Continuation next)
    {
        continuation = next;
        if (next.PreserveEvents)
        {
            foreach (var (name, input) in events.TakeKept())
            {
                Add(id => new HubEvent.EventSent(id, instance.Id, name, input));
            }
        }
    }

    private void Take(HubEvent happened)
    {
        if (illegal is not null || terminated is not null)
        {
            return;
        }

        switch (happened)
        {
            case HubEvent.EpisodeStarted episode:
                Now = episode.At;
                return;
            case HubEvent.Called before:
                TakeAgain(before);
                return;
        }

        seen++;
        switch (happened)
        {
            case HubEvent.Started:
                result = Start();
                break;
            case HubEvent.EventRaised raised:
                Take(raised);
                break;
            case HubEvent.Terminated end:
                terminated = end;
                break;
            case HubEvent.Answered answered:
                // What nobody waits for (any more) is a repetition, or the answer to a timer that was cancelled.
                if (open.TryGetValue(answered.Task, out var task) && task.IsAnsweredBy(answered))
                {
                    open.Remove(answered.Task);
                    Answer(task, answered);
                }

                break;
            default:
                throw new UnreachableException($"no way to take {happened.GetType().Name}");
        }
    }

    private async Task<object?> Start() => await instance.Orchestrator(context);

    private void Take(HubEvent.EventRaised raised)
    {
        if (continuation is not null)
        {
            carriedOver.Add(raised);
        }
        else if (!events.TryGive(raised.Name, raised.Input))
        {
            events.Keep(raised.Name, raised.Input);
        }
    }

    private void TakeAgain(HubEvent.Called before)
    {
        // The calls have been compared one by one; this is what became of them.
        if (!called.Remove(before.Task, out var now) || now != before)
        {
            Report(new InvalidOperationException($"Orchestration {instance.Id}: expected {before} in its history to be called again, found {now}."));
        }
    }

    private static void Answer(OpenTask task, HubEvent.Answered answered)
    {
        switch (answered)
        {
            case HubEvent.ActivityCompleted completed:
                task.Complete(completed.Result);
                break;
            case HubEvent.ActivityFailed failed:
                task.Fail(failed.Details);
                break;
            case HubEvent.ChildCompleted completed:
                task.Complete(completed.Result);
                break;
            case HubEvent.ChildFailed failed:
                task.Fail(failed.Details);
                break;
            case HubEvent.TimerFired:
                task.Complete(result: null);
                break;
            default:
                throw new UnreachableException($"no way to answer with {answered.GetType().Name}");
        }
    }

    private EpisodeEnd? End()
    {
        if (terminated is not null)
        {
            return new EpisodeEnd.Terminated(terminated.Output);
        }

        if (result is not { IsCompleted: true } || open.Count > 0)
        {
            return null;
        }

        return result switch
        {
            { IsFaulted: true } => new EpisodeEnd.Failed(result.Exception!.InnerExceptions[0]),
            { IsCanceled: true } => new EpisodeEnd.Failed(new TaskCanceledException(result)),
            _ when continuation is not null => new EpisodeEnd.ContinuedAsNew(continuation.Input, carriedOver),
            _ => new EpisodeEnd.Completed(hub.Wire.Write(result.Result, $"the output of {instance.Id}")),
        };
    }

    private void Report(Exception defect)
    {
        illegal ??= defect;
        hub.Report(defect);
    }
}
