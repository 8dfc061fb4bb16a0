using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Engine.Workers;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Telemetry;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>The moving parts of the embedded engine: applier, committer, timers and tasks, and how they start and stop together.</summary>
internal sealed class EngineCore : IAsyncDisposable
{
    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly EngineOptions options;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly Inbox inbox = new();
    private readonly Aftermath aftermath = new();
    private readonly Committer committer;
    private readonly Applier applier;
    private readonly TaskRuns tasks;
    private readonly TimerQueue timers;
    private readonly List<(OpenExecution Execution, TaskForWorkers Task)> tasksForWorkers = [];
    private readonly Thread applierThread;
    private readonly Thread committerThread;
#pragma warning disable CA2213 // Never disposed of: it holds nothing unless its wait handle is asked for, and late starts may still come by.
    private readonly SemaphoreSlim startPlaces;
#pragma warning restore CA2213

    public EngineCore(IJournal journal, ITaskRouter router, EngineOptions options, TimeProvider time, ILogger logger)
    {
        this.options = options;
        this.time = time;
        this.logger = logger;
        timers = new TimerQueue(time);
        Workers = new EngineWorkers(timers, inbox, options.Activities, time);
        tasks = new TaskRuns(router, inbox, timers, aftermath, Workers);
        committer = new Committer(journal, inbox, aftermath, options.StatusSubscriptions, CarryOut);
        applier = new Applier(inbox, committer, journal, new Observers(options.Observers, logger), options, logger);
        startPlaces = new SemaphoreSlim(options.PendingStarts);
        applierThread = new Thread(() => RunOrFail(ApplyAll)) { IsBackground = true, Name = "engine applier" };
        committerThread = new Thread(() => RunOrFail(committer.Run)) { IsBackground = true, Name = "engine committer" };
    }

    /// <summary>Ends when the engine has stopped; faults if it had to.</summary>
    public Task Completion => completion.Task;

    /// <summary>The clock.</summary>
    public ITimers Timers => timers;

    /// <summary>The tasks of activities and those who do them.</summary>
    public EngineWorkers Workers { get; }

    /// <summary>How many flushes to disk there have been.</summary>
    public long Flushes => committer.Flushes;

    /// <summary>How many facts have been made durable.</summary>
    public long Facts => committer.Facts;

    /// <summary>How many commands wait to be applied.</summary>
    public int QueueLength => inbox.Count;

    /// <summary>How many executions are open.</summary>
    public int OpenExecutions => applier.OpenCount;

    /// <summary>Whether it has something to do right now; a task that has taken so long already does not count.</summary>
    public bool IsBusy(TimeSpan patience)
    {
        // In the order in which work travels, and then once more: what was handed on in between is seen further on.
        return !completion.Task.IsCompleted && (HasWork() || HasWork());

        bool HasWork() => tasks.IsBusy(patience) || inbox.HasWork || committer.HasWork || tasks.IsBusy(patience);
    }

    /// <summary>Takes in an execution that was open when the engine last stopped. Before <see cref="Start"/>.</summary>
    public void Adopt(ExecutionEntry entry, Execution state, int factCount, DateTimeOffset lastFactAt)
    {
        var execution = new OpenExecution(entry.Key, entry.ExecutionArn, state.Machine, inbox)
        {
            Execution = state,
            FactCount = factCount,
            LastFactAt = lastFactAt,
        };
        foreach (var effect in state.Outstanding())
        {
            CarryOut(new PendingEffect(execution, state.Start, effect));
        }

        tasksForWorkers.AddRange(state.TasksForWorkers().Select(task => (execution, task)));
        applier.Adopt(execution);
    }

    /// <summary>Begins to work.</summary>
    public void Start()
    {
        Workers.Adopt(tasksForWorkers);
        tasksForWorkers.Clear();
        applierThread.Start();
        committerThread.Start();
        aftermath.Begin();
    }

    /// <summary>Has a start applied; waits for a place first when too many others do.</summary>
    public async Task<StartedExecution> StartAsync(StartCommand command, CancellationToken cancellationToken)
    {
        if (!startPlaces.Wait(0, cancellationToken))
        {
            EngineInstruments.Throttled(command.Start.StateMachineArn);
            await startPlaces.WaitAsync(cancellationToken);
        }

        try
        {
            inbox.Post(command);
            return await command.Answer;
        }
        finally
        {
            startPlaces.Release();
        }
    }

    /// <summary>Has a request applied.</summary>
    public Task<T> AskAsync<T>(Request<T> request)
    {
        inbox.Post(request);
        return request.Answer;
    }

    /// <summary>Has a command applied that nobody waits for.</summary>
    public void Tell(Command command) => inbox.Post(command);

    /// <summary>Waits for what a command watches for.</summary>
    public Task<ExecutionDescription?> WatchAsync(WatchCommand watch)
    {
        inbox.Post(watch);
        return watch.Answer;
    }

    /// <summary>Waits until an execution has ended, durably.</summary>
    /// <returns>The execution as it ended, or null if it is not open in the first place.</returns>
    public Task<ExecutionDescription?> WatchAsync(string executionArn, CancellationToken cancellationToken)
    {
        return WatchAsync(new WatchCommand(executionArn)).WaitAsync(cancellationToken);
    }

    /// <summary>Lets running tasks finish within the grace period, then stops.</summary>
    public async Task StopAsync()
    {
        timers.Stop();
        Workers.Close();
        await tasks.DrainAsync(options.GracePeriod, time);
        inbox.Close();
        await Task.Run(applierThread.Join);
        committer.Close();
        await Task.Run(committerThread.Join);
        completion.TrySetResult();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        timers.Dispose();
    }

    private void CarryOut(PendingEffect pending)
    {
        var execution = pending.Execution;
        switch (pending.Effect)
        {
            case Effect.InvokeTask invoke:
                tasks.Begin(execution, pending.Start, invoke.Request);
                break;
            case Effect.CancelTask cancel:
                tasks.Cancel(execution, cancel.Task);
                break;
            case Effect.SetTimer set:
                timers.Set(execution, set.Timer, set.Due);
                break;
            case Effect.CancelTimer cancel:
                timers.Cancel(execution, cancel.Timer);
                break;
            case Effect.Continue:
                inbox.Post(new Delivery(execution, new Fact.Continued(timers.Now)));
                break;
            case Effect.Finish:
                // The outcome was written with the facts; those who watch are answered by the applier.
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"no way to carry out {pending.Effect.GetType().Name}");
        }
    }

    private void ApplyAll()
    {
        try
        {
            applier.Run();
        }
        catch (Exception e)
        {
            inbox.Close(Unavailability.Because(e));
            throw;
        }
        finally
        {
            applier.Abandon(inbox.ClosedBecause);
        }
    }

    private void RunOrFail(Action work)
    {
#pragma warning disable CA1031 // The end of the line for a thread of ours: the engine stops, and says why.
        try
        {
            work();
        }
        catch (Exception e)
        {
            Fail(e);
        }
#pragma warning restore CA1031
    }

    /// <summary>Fail-stop: what is not durable is not acknowledged, and nothing new is taken on.</summary>
    private void Fail(Exception e)
    {
        logger.LogCritical(e, "The engine stops: what it was told can no longer be made durable");
        inbox.Close(Unavailability.Because(e));
        timers.Stop();
        Workers.Close();
        tasks.CancelAll();
        completion.TrySetException(e);
    }
}
