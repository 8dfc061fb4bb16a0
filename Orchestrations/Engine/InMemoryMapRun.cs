using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>A Map Run whose children live in memory only, like the execution that asked for it.</summary>
internal sealed class InMemoryMapRun
{
    /// <summary>How many children run at once where the author sets no limit, as on AWS.</summary>
    private const int MostAtOnce = 10_000;

    private static readonly Failure Stopped = new(Error: null, Cause: null);

    private readonly Lock gate = new();
    private readonly Dictionary<long, InMemoryRun> running = [];
    private readonly MapRunAdvancing advancing;
    private readonly TaskRequest task;
    private readonly MapRunRequest request;
    private readonly MapState map;
    private readonly StateMachine childMachine;
    private readonly Func<StateMachine, InMemoryRun> newRun;
    private readonly VirtualTimers? clock;
    private List<ChildEnd> ends = [];
    private Exception? broken;
    private bool isCancelled;
    private bool isStopping;
    private TaskCompletionSource? wake;

    /// <summary>A Map Run about to begin.</summary>
    /// <param name="advancing">Says how it goes on.</param>
    /// <param name="machine">The machine of the execution that asks for it.</param>
    /// <param name="task">The task it asks for.</param>
    /// <param name="newRun">Makes the execution of a child.</param>
    /// <param name="clock">The clock, where time is virtual: it stands still while the Map Run is at work and not while it waits for a child.</param>
    public InMemoryMapRun(MapRunAdvancing advancing, StateMachine machine, TaskRequest task, Func<StateMachine, InMemoryRun> newRun, VirtualTimers? clock)
    {
        this.advancing = advancing;
        this.task = task;
        this.newRun = newRun;
        this.clock = clock;
        request = MapRunRequest.Of(task);
        map = ChildMachine.Map(machine, request.StateName) ?? throw new InvalidOperationException($"expected a Map '{request.StateName}' in the machine, found none");
        childMachine = ChildMachine.Of(machine, map);
    }

    /// <summary>Runs it to its end. The token stops its children; what is answered then nobody waits for.</summary>
    public async Task<TaskOutcome> ToEndAsync(CancellationToken cancellationToken)
    {
        await using var stop = cancellationToken.UnsafeRegister(static run => ((InMemoryMapRun)run!).Cancel(), this);
        var run = await advancing.OpenAsync(task, map, CancellationToken.None);
        IReadOnlyList<ChildEnd> ended = [];
        while (run.Status == MapRunStatus.Running)
        {
            var turn = await advancing.AdvanceAsync(run, ended, isCancelled ? 0 : MostAtOnce, CancellationToken.None);
            run = turn.Run;
            foreach (var child in turn.Begun)
            {
                Begin(child);
            }

            if (run.IsCutShort || isCancelled)
            {
                StopChildren();
            }

            if (isCancelled && run.Tally.Executions.Running == 0)
            {
                run = await advancing.AbortAsync(run, [], CancellationToken.None);
            }
            else if (run.IsSettled)
            {
                run = await advancing.ConcludeAsync(run, task.Execution.Limits, CancellationToken.None);
            }
            else
            {
                ended = await NextEndsAsync();
            }
        }

        return MapRunAdvancing.OutcomeOf(run);
    }

    private void Begin(MapRunChild child)
    {
        var run = newRun(childMachine);
        var start = ChildStart.Of(task, request, new ChildInput(child.Index, child.Input, child.ItemCount));
        run.HandedBack = done => OnEnded(child.Index, done);
        lock (gate)
        {
            running.Add(child.Index, run);
        }

        if (clock is not null)
        {
            _ = run.StartAsync(start);
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(static begun => begun.MapRun.Start(begun.Run, begun.Start), (MapRun: this, Run: run, Start: start), preferLocal: false);
        }
    }

    /// <summary>Starts a child that may have been stopped before it began.</summary>
    private void Start(InMemoryRun run, ExecutionStart start)
    {
        _ = run.StartAsync(start);
        bool isStopped;
        lock (gate)
        {
            isStopped = isStopping;
        }

        if (isStopped)
        {
            run.Stop(Stopped);
        }
    }

    private void OnEnded(long index, Task<Execution> done)
    {
        Change(() =>
        {
            running.Remove(index);
            if (done.IsCompletedSuccessfully)
            {
                ends.Add(EndOf(index, done.Result));
            }
            else
            {
                broken = done.Exception?.InnerException ?? new TaskCanceledException(done);
            }
        });
    }

    private static ChildEnd EndOf(long index, Execution execution) => new()
    {
        Index = index,
        Status = execution.Status,
        Output = execution.Output,
        Failure = execution.Failure,
        StartedAt = execution.StartedAt,
        StoppedAt = execution.StoppedAt!.Value,
    };

    private void Cancel() => Change(() => isCancelled = true);

    /// <summary>Changes what the Map Run waits for, and has it go on if it does wait. It has the clock in hand again before whoever brings the change lets go of it.</summary>
    private void Change(Action change)
    {
        TaskCompletionSource? woken;
        lock (gate)
        {
            change();
            woken = wake;
            wake = null;
            if (woken is not null)
            {
                clock?.Begin();
            }
        }

        woken?.SetResult();
    }

    private async ValueTask<IReadOnlyList<ChildEnd>> NextEndsAsync()
    {
        if (MustWait(out var news))
        {
            clock?.End();
            await news;
        }

        lock (gate)
        {
            if (broken is not null)
            {
                throw new InvalidOperationException("a child of the Map Run broke down", broken);
            }

            var taken = ends;
            ends = [];
            return taken;
        }
    }

    private bool MustWait(out Task news)
    {
        lock (gate)
        {
            news = Task.CompletedTask;
            if (ends.Count > 0 || broken is not null || (isCancelled && running.Count == 0))
            {
                return false;
            }

            wake = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            news = wake.Task;
            return true;
        }
    }

    private void StopChildren()
    {
        InMemoryRun[] children;
        lock (gate)
        {
            isStopping = true;
            children = [.. running.OrderBy(child => child.Key).Select(child => child.Value)];
        }

        foreach (var child in children)
        {
            child.Stop(Stopped);
        }
    }
}
