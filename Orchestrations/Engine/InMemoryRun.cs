using System.Diagnostics;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>One execution that lives in memory only, driven by whatever thread brings it a fact.</summary>
public sealed class InMemoryRun : ITimerOwner
{
    private readonly Lock gate = new();
    private readonly Queue<Fact> facts = new();
    private readonly List<Effect> effects = [];
    private readonly Dictionary<long, CancellationTokenSource> running = [];
    private readonly HashSet<long> mapRunTasks = [];
    private readonly TaskCompletionSource<Execution> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITaskRouter router;
    private readonly ITimers timers;
    private readonly VirtualTimers? virtualTimers;
    private readonly ICollection<HistoryEvent>? history;
    private readonly ObservedExecution? observed;
    private readonly MapRunAdvancing? mapRuns;
    private readonly Execution execution;
    private bool isDriven;

    internal InMemoryRun(
        StateMachine machine, ITaskRouter router, ITimers timers, ICollection<HistoryEvent>? history = null, ObservedExecution? observed = null, MapRunAdvancing? mapRuns = null)
    {
        this.router = router;
        this.timers = timers;
        this.history = history;
        this.observed = observed;
        this.mapRuns = mapRuns;
        virtualTimers = timers as VirtualTimers;
        execution = new Execution(machine);
    }

    /// <summary>Runs a machine in virtual time: whenever nothing is left to do but wait, the clock jumps to the next timer.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="start">What the execution begins with.</param>
    /// <param name="router">Does its tasks, one after the other as long as they complete synchronously.</param>
    /// <param name="startsAt">The time it begins.</param>
    /// <param name="history">Gets the history events, as they come; or null.</param>
    /// <param name="blobs">Where Map Runs find items and leave results, or null for nowhere.</param>
    /// <param name="cancellationToken">Stops the execution, which then ends as Aborted.</param>
    /// <returns>The execution: ended, or still Running if it waits for a callback that cannot come.</returns>
    public static async Task<Execution> RunAsync(
        StateMachine machine,
        ExecutionStart start,
        ITaskRouter router,
        DateTimeOffset startsAt,
        ICollection<HistoryEvent>? history = null,
        IBlobStore? blobs = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        var clock = new VirtualTimers(startsAt);
        var run = new InMemoryRun(machine, router, clock, history, mapRuns: MapRuns(blobs, clock));
        clock.Stuck = run.HandBack;
        await using var stop = cancellationToken.UnsafeRegister(static run => ((InMemoryRun)run!).Stop(new Failure(Error: null, Cause: "The run was cancelled.")), run);
        return await run.StartAsync(start);
    }

    /// <summary>Runs a machine in real time: waits, back-off and timeouts take the time they say.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="start">What the execution begins with.</param>
    /// <param name="router">Does its tasks, several at the same time.</param>
    /// <param name="time">The clock.</param>
    /// <param name="history">Gets the history events, as they come; or null.</param>
    /// <param name="observed">Those who are told of it, as of an EXPRESS execution; or null.</param>
    /// <param name="blobs">Where Map Runs find items and leave results, or null for nowhere.</param>
    /// <param name="cancellationToken">Stops the execution, which then ends as Aborted. Nothing else ends one that waits for a callback.</param>
    /// <returns>The execution, which has ended.</returns>
    public static async Task<Execution> RunInRealTimeAsync(
        StateMachine machine,
        ExecutionStart start,
        ITaskRouter router,
        TimeProvider time,
        ICollection<HistoryEvent>? history = null,
        ObservedExecution? observed = null,
        IBlobStore? blobs = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        using var clock = new TimerQueue(time);
        var run = new InMemoryRun(machine, router, clock, history, observed, MapRuns(blobs, time));
        await using var stop = cancellationToken.UnsafeRegister(static run => ((InMemoryRun)run!).Stop(new Failure(Error: null, Cause: "The run was cancelled.")), run);
        return await run.StartAsync(start);
    }

    /// <summary>Called once it has ended, or broken down, on the thread that drives it.</summary>
    internal Action<Task<Execution>> HandedBack { get; set; } = _ => { };

    /// <summary>Begins and answers when the execution has ended.</summary>
    internal Task<Execution> StartAsync(ExecutionStart start)
    {
        Post(new Fact.Started(timers.Now, start));
        return completion.Task;
    }

    /// <summary>Stops the execution.</summary>
    internal void Stop(Failure failure) => Post(new Fact.Stopped(timers.Now, failure));

    void ITimerOwner.OnTimer(long timer, DateTimeOffset at) => Post(new Fact.TimerFired(at, timer));

    /// <summary>Takes a fact in. The first thread that brings one drives the execution; others leave theirs with it.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="done">The task that is no longer running with it; in the same breath, so that nobody finds nothing left to do in between.</param>
    private void Post(Fact fact, long? done = null)
    {
        bool isDone;
        bool drives;
        lock (gate)
        {
            isDone = done is { } task && running.Remove(task) && !mapRunTasks.Remove(task);
            drives = !isDriven;
            isDriven = true;
            facts.Enqueue(fact);
        }

        if (drives)
        {
            virtualTimers?.Begin();
            Drive();
            virtualTimers?.End();
        }

        if (isDone)
        {
            virtualTimers?.End();
        }
    }

    private void Drive()
    {
#pragma warning disable CA1031 // An error of ours belongs to whoever waits for the run, not to the thread that happened to bring a fact.
        try
        {
            while (NextFact() is { } fact)
            {
                effects.Clear();
                if (observed is null ? execution.Apply(fact, effects, history) : ApplyAndTell(fact, observed))
                {
                    CarryOutAll();
                }
            }
        }
        catch (Exception e)
        {
            Break(e);
        }
#pragma warning restore CA1031
    }

    private void HandBack()
    {
        if (completion.TrySetResult(execution))
        {
            HandedBack(completion.Task);
        }
    }

    private void Break(Exception e)
    {
        if (completion.TrySetException(e))
        {
            HandedBack(completion.Task);
        }
    }

    private bool ApplyAndTell(Fact fact, ObservedExecution told)
    {
        var events = told.WantsHistory ? new List<HistoryEvent>() : null;
        var progress = told.WantsProgress ? new List<TaskProgress>() : null;
        if (!execution.Apply(fact, effects, events, progress))
        {
            return false;
        }

        told.Tell(Observers.Observation(execution, StateMachineType.Express, fact, events, progress));
        return true;
    }

    private Fact? NextFact()
    {
        lock (gate)
        {
            if (facts.TryDequeue(out var fact))
            {
                return fact;
            }

            isDriven = false;
            return null;
        }
    }

    private void CarryOutAll()
    {
        var last = LastInvocation();
        for (var i = 0; i < effects.Count; i++)
        {
            CarryOut(effects[i], isInline: virtualTimers is not null || i == last);
        }
    }

    /// <summary>One task can be done right here; of several, all but the last go to the pool, so that they are done at the same time.</summary>
    private int LastInvocation()
    {
        for (var i = effects.Count - 1; i >= 0; i--)
        {
            if (effects[i] is Effect.InvokeTask)
            {
                return i;
            }
        }

        return -1;
    }

    private void CarryOut(Effect effect, bool isInline)
    {
        switch (effect)
        {
            case Effect.InvokeTask invoke:
                Begin(invoke.Request, isInline);
                break;
            case Effect.CancelTask cancel:
                Cancel(cancel.Task);
                break;
            case Effect.SetTimer set:
                timers.Set(this, set.Timer, set.Due);
                break;
            case Effect.CancelTimer cancel:
                timers.Cancel(this, cancel.Timer);
                break;
            case Effect.Continue when isInline:
                Post(new Fact.Continued(timers.Now));
                break;
            case Effect.Continue:
                ThreadPool.UnsafeQueueUserWorkItem(static run => run.Post(new Fact.Continued(run.timers.Now)), this, preferLocal: false);
                break;
            case Effect.Finish:
                HandBack();
                break;
            default:
                throw new UnreachableException($"no way to carry out {effect.GetType().Name}");
        }
    }

    private void Begin(TaskRequest request, bool isInline)
    {
        var cancellation = new CancellationTokenSource();
        var isMapRun = request.Resource is TaskResource.MapRun && mapRuns is not null;
        lock (gate)
        {
            running.Add(request.Task, cancellation);
            if (isMapRun)
            {
                mapRunTasks.Add(request.Task);
            }
        }

        if (isMapRun)
        {
            _ = RunMapAsync(request, cancellation.Token);
            return;
        }

        virtualTimers?.Begin();

        if (isInline)
        {
            Invoke(request, cancellation.Token);
        }
        else
        {
            var token = cancellation.Token;
            ThreadPool.UnsafeQueueUserWorkItem(static task => task.Run.Invoke(task.Request, task.Token), (Run: this, Request: request, Token: token), preferLocal: false);
        }
    }

    private void Invoke(TaskRequest request, CancellationToken cancellationToken)
    {
        var call = new TaskCall
        {
            Request = request,
            Execution = execution.Start,
            SubmittedAsync = output =>
            {
                Post(new Fact.TaskSubmitted(timers.Now, request.Task, output));
                return ValueTask.CompletedTask;
            },
            HeartbeatAsync = () =>
            {
                Post(new Fact.TaskHeartbeat(timers.Now, request.Task));
                return ValueTask.CompletedTask;
            },
        };
        var invocation = TaskInvocations.Begin(router, call, cancellationToken);
        if (invocation.IsCompletedSuccessfully)
        {
            Report(request.Task, invocation.Result);
        }
        else
        {
            _ = ReportWhenDoneAsync(request.Task, invocation);
        }
    }

    private async Task ReportWhenDoneAsync(long task, ValueTask<TaskOutcome> invocation) => Report(task, await TaskInvocations.EndAsync(invocation));

    private void Report(long task, TaskOutcome outcome) => Post(TaskInvocations.FactOf(outcome, timers.Now, task), done: task);

    private async Task RunMapAsync(TaskRequest request, CancellationToken cancellationToken)
    {
        virtualTimers?.Begin();
#pragma warning disable CA1031 // An error of ours belongs to whoever waits for the run.
        try
        {
            var mapRun = new InMemoryMapRun(mapRuns!, execution.Machine, request, machine => new InMemoryRun(machine, router, timers, mapRuns: mapRuns), virtualTimers);
            Report(request.Task, await mapRun.ToEndAsync(cancellationToken));
        }
        catch (Exception e)
        {
            Break(e);
        }
        finally
        {
            virtualTimers?.End();
        }
#pragma warning restore CA1031
    }

    private void Cancel(long task)
    {
        CancellationTokenSource? cancellation;
        bool holdsClock;
        lock (gate)
        {
            holdsClock = running.Remove(task, out cancellation) && !mapRunTasks.Remove(task);
        }

        cancellation?.Cancel();
        if (holdsClock)
        {
            virtualTimers?.End();
        }
    }

    private static MapRunAdvancing MapRuns(IBlobStore? blobs, TimeProvider time) => new(new MemoryMapRunStore(), blobs ?? new InMemoryBlobStore(time), time);
}
