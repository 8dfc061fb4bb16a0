using System.Diagnostics;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>One run of a state machine: a pure function of the facts that reached it.</summary>
/// <remarks>
/// No clock, no randomness, no I/O: time comes inside facts and everything random from the seed in the first one. The same
/// facts give the same effects and the same history on any machine. Not thread-safe; a driver feeds it one fact at a time.
/// </remarks>
public sealed partial class Execution
{
    /// <summary>After how many states without a pause an execution lets others have their turn.</summary>
    private const int StatesPerTurn = 50_000;

    private readonly Stack<Strand> ready = new();
    private readonly Dictionary<long, Strand> tasks = [];
    private readonly Dictionary<long, Strand> timers = [];
    private readonly SortedDictionary<string, int> invocations = new(StringComparer.Ordinal);
    private Strand root;
    private ICollection<Effect> effects = [];
    private ICollection<HistoryEvent>? history;
    private ICollection<TaskProgress>? progress;
    private long lastNumber;
    private long lifetimeTimer;
    private DateTimeOffset lifetimeEnds;
    private bool isWaitingForTurn;
    private long variableBytes;

    /// <summary>An execution that has not begun; its first fact is <see cref="Fact.Started"/>.</summary>
    public Execution(StateMachine machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        Machine = machine;
        root = new Strand(machine.Graph, owner: null, index: 0);
        Scope = new EvaluationScope(this);
    }

    /// <summary>The machine it runs.</summary>
    public StateMachine Machine { get; }

    /// <summary>What it began with. Only after the first fact.</summary>
    public ExecutionStart Start { get; private set; } = null!;

    /// <summary>Where it stands.</summary>
    public ExecutionStatus Status { get; private set; }

    /// <summary>What it yielded, once it has succeeded.</summary>
    public Json? Output { get; private set; }

    /// <summary>Why it ended, once it has failed, timed out or been stopped.</summary>
    public Failure? Failure { get; private set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it ended, or null while it runs.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>How many events its history has.</summary>
    public long EventCount { get; private set; }

    /// <summary>How many states it has entered.</summary>
    public long Transitions { get; private set; }

    /// <summary>What paths see; pointed at a strand before each use.</summary>
    internal EvaluationScope Scope { get; }

    /// <summary>What random functions and jitter draw from.</summary>
    internal Entropy Entropy { get; private set; } = null!;

    /// <summary>The moment of the fact being applied.</summary>
    internal DateTimeOffset Now { get; private set; }

    /// <summary>Whether anybody wants the events; if not, nobody builds their details.</summary>
    internal bool IsRecording => history is not null;

    /// <summary>Whether it has begun and not ended.</summary>
    internal bool IsRunning => Start is not null && Status == ExecutionStatus.Running;

    /// <summary>Takes one fact in.</summary>
    /// <param name="fact">What happened.</param>
    /// <param name="effects">Gets what a driver is to do once the fact is durable, in order.</param>
    /// <param name="history">Gets the history events that follow from the fact; null where nobody wants them.</param>
    /// <param name="progress">Gets what that means for attempts at tasks; null where nobody wants it.</param>
    /// <returns>False if the fact has no bearing any more (its task was cancelled, the execution has ended): then nothing changed and it need not be kept.</returns>
    public bool Apply(Fact fact, ICollection<Effect> effects, ICollection<HistoryEvent>? history = null, ICollection<TaskProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(fact);
        ArgumentNullException.ThrowIfNull(effects);
        this.effects = effects;
        this.history = history;
        this.progress = progress;
        if (!Concerns(fact))
        {
            return false;
        }

        Now = fact.At;
        Take(fact);
        TakeTurn();
        return true;
    }

    /// <summary>The tasks and timers it waits for: what a driver must have in hand now, whatever it had before.</summary>
    public IEnumerable<Effect> Outstanding()
    {
        if (!IsRunning)
        {
            yield break;
        }

        if (lifetimeTimer != 0)
        {
            yield return new Effect.SetTimer(lifetimeTimer, lifetimeEnds);
        }

        foreach (var strand in InOrder(tasks))
        {
            var work = (Work.Task)strand.Work!;
            if (!work.IsSubmitted || work.Request.IsWaitedForByService)
            {
                yield return new Effect.InvokeTask(work.Request);
            }

            if (work.TimeoutTimer != 0)
            {
                yield return new Effect.SetTimer(work.TimeoutTimer, work.Request.Deadline!.Value);
            }

            if (work.HeartbeatTimer != 0)
            {
                yield return new Effect.SetTimer(work.HeartbeatTimer, work.HeartbeatDue);
            }
        }

        foreach (var pause in InOrder(timers).Select(strand => strand.Work).OfType<Work.Pause>())
        {
            yield return new Effect.SetTimer(pause.Timer, pause.Due);
        }

        if (isWaitingForTurn)
        {
            yield return new Effect.Continue();
        }
    }

    /// <summary>The tasks that wait for a worker of an activity, or that one has taken up of which nothing was heard since.</summary>
    public IEnumerable<TaskForWorkers> TasksForWorkers() =>
        from strand in IsRunning ? InOrder(tasks) : []
        let work = (Work.Task)strand.Work!
        where WorkerTask.Is(work) && work.IsSubmitted && !work.IsHeardOf
        select new TaskForWorkers(work.Request, work.ScheduledAt ?? strand.EnteredAt, work.IsStarted);

    /// <summary>The task attempt of that number, if it is still waited for.</summary>
    public TaskRequest? PendingTask(long task) => tasks.TryGetValue(task, out var strand) ? ((Work.Task)strand.Work!).Request : null;

    private bool Concerns(Fact fact) => fact switch
    {
        Fact.Started => Start is null,
        Fact.Redriven redriven => Start is not null && root.State is not null && WhyNotRedrivable(redriven.At) is null,
        _ when !IsRunning => false,
        Fact.TaskStarted started => tasks.TryGetValue(started.Task, out var strand) && !((Work.Task)strand.Work!).IsStarted,
        Fact.TaskSubmitted submitted => tasks.TryGetValue(submitted.Task, out var strand) && !((Work.Task)strand.Work!).IsSubmitted,
        Fact.TaskHeartbeat heartbeat => tasks.ContainsKey(heartbeat.Task),
        Fact.TaskSucceeded succeeded => tasks.ContainsKey(succeeded.Task),
        Fact.TaskFailed failed => tasks.ContainsKey(failed.Task),
        Fact.TimerFired fired => fired.Timer == lifetimeTimer || timers.ContainsKey(fired.Timer),
        Fact.Continued => isWaitingForTurn,
        Fact.Stopped => true,
        _ => throw new UnreachableException($"no rule for {fact.GetType().Name}"),
    };

    private void Take(Fact fact)
    {
        switch (fact)
        {
            case Fact.Started started:
                Begin(started.Start);
                break;
            case Fact.TaskStarted started:
                TaskStep.Started(this, tasks[started.Task], started.Worker);
                break;
            case Fact.TaskSubmitted submitted:
                TaskStep.Submitted(this, tasks[submitted.Task], submitted.Output);
                break;
            case Fact.TaskHeartbeat heartbeat:
                TaskStep.Heartbeat(this, tasks[heartbeat.Task]);
                break;
            case Fact.TaskSucceeded succeeded:
                TaskStep.Succeeded(this, tasks[succeeded.Task], succeeded.Output);
                break;
            case Fact.TaskFailed failed:
                TaskStep.Failed(this, tasks[failed.Task], failed.Failure);
                break;
            case Fact.TimerFired fired:
                Fire(fired.Timer);
                break;
            case Fact.Stopped stopped:
                Record(HistoryEventType.ExecutionAborted, root.LastEvent, Details(stopped.Failure));
                End(ExecutionStatus.Aborted, output: null, stopped.Failure);
                break;
            case Fact.Continued:
                isWaitingForTurn = false;
                break;
            case Fact.Redriven redriven:
                Redrive(redriven.ClientToken);
                break;
            default:
                throw new UnreachableException($"no rule for {fact.GetType().Name}");
        }
    }

    private void Begin(ExecutionStart start)
    {
        Start = start;
        StartedAt = Now;
        Entropy = new Entropy(start.Seed);
        Record(HistoryEventType.ExecutionStarted, 0, IsRecording ? HistoryOfStart(start) : null);
        BeginLifetime();
        Go(root, root.Graph.StartAt, start.Input);
    }

    private static HistoryDetails.ExecutionStarted HistoryOfStart(ExecutionStart start) => new(start.Input, start.RoleArn)
    {
        StateMachineVersionArn = start.StateMachineVersionArn,
        StateMachineAliasArn = start.StateMachineAliasArn,
    };

    private void BeginLifetime()
    {
        if (Shortest(Machine.TimeoutSeconds, Start.Limits.LifetimeSeconds) is { } seconds)
        {
            lifetimeEnds = After(TimeSpan.FromSeconds(Math.Min(seconds, RetryDelay.LongestSeconds)));
            lifetimeTimer = NextNumber();
            Issue(new Effect.SetTimer(lifetimeTimer, lifetimeEnds));
        }
    }

    private void Fire(long timer)
    {
        if (timer == lifetimeTimer)
        {
            var failure = new Failure(Failure.Timeout, Cause: null);
            Record(HistoryEventType.ExecutionTimedOut, root.LastEvent, Details(failure));
            End(ExecutionStatus.TimedOut, output: null, failure);
            return;
        }

        timers.Remove(timer, out var strand);
        switch (strand!.Work)
        {
            case Work.Pause { IsRetry: true }:
                strand.Work = null;
                strand.RetryCount++;
                StateStep.Attempt(this, strand);
                break;
            case Work.Pause:
                strand.Work = null;
                WaitStep.IsOver(this, strand);
                break;
            case Work.Task task:
                TaskStep.TimedOut(this, strand, isHeartbeat: timer == task.HeartbeatTimer);
                break;
            default:
                throw new UnreachableException($"no timer belongs to {strand.Work?.GetType().Name}");
        }
    }

    /// <summary>Lets every strand that can go on do so, until all wait or the turn is over.</summary>
    private void TakeTurn()
    {
        var endOfTurn = Transitions + StatesPerTurn;
        while (IsRunning && ready.TryPeek(out var strand))
        {
            if (Transitions >= endOfTurn)
            {
                Pause();
                return;
            }

            ready.Pop();
            strand.IsQueued = false;
            if (strand.Work is Work.Children children)
            {
                ChildrenStep.BeginNext(this, strand, children);
            }
            else if (strand.Work is null && strand.HasEntered)
            {
                StateStep.Run(this, strand);
            }
            else if (strand.Work is null)
            {
                StateStep.Enter(this, strand);
            }
        }
    }

    private void Pause()
    {
        LetOthersGoFirst();
        if (!isWaitingForTurn)
        {
            isWaitingForTurn = true;
            Issue(new Effect.Continue());
        }
    }

    /// <summary>Puts the strand that has used up the turn behind all others, so that a busy branch does not keep its siblings from beginning.</summary>
    private void LetOthersGoFirst()
    {
        var busy = ready.Pop();
        var others = ready.Reverse().ToList();
        ready.Clear();
        ready.Push(busy);
        foreach (var other in others)
        {
            ready.Push(other);
        }
    }

    /// <summary>By number: the same order whether the execution was built up fact by fact or read from a snapshot.</summary>
    private static IEnumerable<Strand> InOrder(Dictionary<long, Strand> strands) => strands.OrderBy(entry => entry.Key).Select(entry => entry.Value);

    private static long? Shortest(long? one, long? other) => one is null ? other : other is null ? one : Math.Min(one.Value, other.Value);
}
