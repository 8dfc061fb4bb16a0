using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>EXPRESS executions: in memory only, each driven by the threads that bring its facts.</summary>
internal sealed class ExpressRuns(ITaskRouter router, ITimers timers, EngineOptions options, ILogger logger)
{
    private readonly ConcurrentDictionary<InMemoryRun, Task> running = [];
    private readonly Observers observers = new(options.Observers, logger);
    private int open;
    private volatile bool isStopped;

    /// <summary>Whether it takes none on any more, and stops those that run.</summary>
    public bool IsStopped => isStopped;

    /// <summary>Starts an execution that nobody waits for.</summary>
    public StartedExecution Start(StartRequest request, StateMachineRecord record, StateMachine machine)
    {
        var start = Birth(request, record);
        var startedAt = timers.Now;
        ThreadPool.UnsafeQueueUserWorkItem(
            static begin => _ = begin.Runs.Begin(begin.Machine, begin.Birth),
            (Runs: this, Machine: machine, Birth: start),
            preferLocal: false);
        return new StartedExecution(start.ExecutionArn, startedAt);
    }

    /// <summary>Runs an execution to its end.</summary>
    public async ValueTask<ExecutionDescription> RunAsync(StartRequest request, StateMachineRecord record, StateMachine machine, CancellationToken cancellationToken) =>
        Descriptions.Of(await Begin(machine, Birth(request, record)).WaitAsync(cancellationToken)) with
        {
            RedriveStatus = RedriveStatus.NotRedrivable,
            RedriveStatusReason = "EXPRESS executions cannot be redriven",
        };

    /// <summary>Runs the child of a Map Run to its end.</summary>
    /// <param name="start">What it begins with.</param>
    /// <param name="machine">The machine it runs.</param>
    /// <param name="begins">Is told of the run before it begins.</param>
    public Task<Execution> RunAsync(ExecutionStart start, StateMachine machine, Action<InMemoryRun> begins)
    {
        TakePlace();
        return Begin(machine, start, begins);
    }

    /// <summary>Takes none on any more, waits for those that run, at most so long, and stops the rest.</summary>
    public async Task StopAsync(TimeProvider time)
    {
        isStopped = true;
        await Task.WhenAny(Task.WhenAll(running.Values), Task.Delay(options.GracePeriod, time));
        foreach (var run in running.Keys)
        {
            run.Stop(new Failure(Error: null, Cause: "The engine has shut down."));
        }
    }

    private ExecutionStart Birth(StartRequest request, StateMachineRecord record)
    {
        TakePlace();
        var name = request.Name ?? Births.RandomName();
        return Births.Start(request, record, ArnScheme.Express(record.Arn, name, Guid.NewGuid()), name, options.ExpressLimits);
    }

    private void TakePlace()
    {
        if (isStopped)
        {
            throw Unavailability.OnPurpose();
        }

        if (Interlocked.Increment(ref open) > options.OpenExpressExecutions)
        {
            Interlocked.Decrement(ref open);
            throw new RefusedException(Refusal.ExecutionLimitExceeded, $"{options.OpenExpressExecutions} EXPRESS executions are running, and no more may be; try again when some have ended.");
        }
    }

    private Task<Execution> Begin(StateMachine machine, ExecutionStart start, Action<InMemoryRun>? begins = null)
    {
        var run = new InMemoryRun(machine, router, timers, observed: observers.IsEmpty ? null : observers.Of(start));
        begins?.Invoke(run);
        var task = run.StartAsync(start);
        if (task.IsCompleted)
        {
            Interlocked.Decrement(ref open);
        }
        else
        {
            running.TryAdd(run, task);
            task = ForgetAtEndAsync(run, task);
        }

        _ = LogFailureAsync(task, start);
        return task;
    }

    /// <summary>Its place is free before anyone who waits for it goes on.</summary>
    private async Task<Execution> ForgetAtEndAsync(InMemoryRun run, Task<Execution> task)
    {
        try
        {
            return await task;
        }
        finally
        {
            running.TryRemove(run, out _);
            Interlocked.Decrement(ref open);
        }
    }

    /// <summary>Those who wait learn of an internal error, but nobody need wait.</summary>
    private async Task LogFailureAsync(Task<Execution> task, ExecutionStart start)
    {
        try
        {
            await task;
        }
#pragma warning disable CA1031 // Logged here, thrown to whoever waits for the task itself.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.LogError(e, "An internal error ended execution {Arn}", start.ExecutionArn);
        }
    }
}
