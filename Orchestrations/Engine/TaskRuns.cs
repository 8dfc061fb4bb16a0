using System.Collections.Concurrent;
using TaskOrchestration.Orchestrations.Engine.Workers;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>The tasks that are being done right now.</summary>
internal sealed class TaskRuns(ITaskRouter router, Inbox inbox, ITimers clock, Aftermath aftermath, EngineWorkers workers)
{
    private readonly ConcurrentDictionary<(long Execution, long Task), TaskRun> running = [];
    private volatile bool isDraining;
    private TaskCompletionSource? drained;

    public ITaskRouter Router { get; } = router;

    public EngineWorkers Workers { get; } = workers;

    public DateTimeOffset Now => clock.Now;

    /// <summary>Whether a task is being done that has not taken so long yet.</summary>
    public bool IsBusy(TimeSpan patience) => running.Values.Any(run => Environment.TickCount64 - run.Since < patience.TotalMilliseconds);

    /// <summary>Has a task done on a pool thread, once the aftermath begins.</summary>
    public void Begin(OpenExecution execution, ExecutionStart start, TaskRequest request)
    {
        // What is not begun now is begun when the engine starts again.
        if (isDraining)
        {
            return;
        }

        var run = new TaskRun(this, execution, start, request);
        if (running.TryAdd(run.Key, run))
        {
            aftermath.Add(run);
        }
    }

    /// <summary>Tells a task that nobody waits for it any more.</summary>
    public void Cancel(OpenExecution execution, long task)
    {
        Workers.Cancel(execution, task);
        if (running.TryRemove((execution.Key, task), out var run))
        {
            run.IsGivenUp = true;
            CancelOnPool(run);
            NoteDrained();
        }
    }

    /// <summary>Takes an outcome to the applier.</summary>
    public void Done(TaskRun run)
    {
        if (running.TryRemove(run.Key, out _))
        {
            inbox.Post(run);
            NoteDrained();
        }
    }

    /// <summary>Takes down that a service has the task in hand; completes when it is durable.</summary>
    public async ValueTask SubmitAsync(TaskRun run, OpenExecution execution, Fact.TaskSubmitted fact)
    {
        var submission = new SubmitCommand(execution, fact);
        inbox.Post(submission);
        await submission.Answer;
        run.IsInOtherHands = true;
        NoteDrained();
    }

    /// <summary>Brings a task's sign of life; completes when it is durable.</summary>
    public async ValueTask BeatAsync(OpenExecution execution, long task)
    {
        var beat = new HeartbeatCommand(execution, new Fact.TaskHeartbeat(Now, task));
        inbox.Post(beat);
        await beat.Answer;
    }

    /// <summary>Begins nothing any more and waits for what runs, at most so long; then tells the rest to stop.</summary>
    public async Task DrainAsync(TimeSpan grace, TimeProvider time)
    {
        drained = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        isDraining = true;
        NoteDrained();
        await Task.WhenAny(drained.Task, Task.Delay(grace, time));
        CancelAll();
    }

    /// <summary>Tells all tasks to stop; what they yield is dropped.</summary>
    public void CancelAll()
    {
        isDraining = true;
        foreach (var key in running.Keys)
        {
            if (running.TryRemove(key, out var run))
            {
                CancelOnPool(run);
            }
        }

        NoteDrained();
    }

    /// <summary>Handlers' own cancellation callbacks run where no other task waits for them.</summary>
    private static void CancelOnPool(TaskRun run) => ThreadPool.UnsafeQueueUserWorkItem(static run => run.Cancel(), run, preferLocal: false);

    private void NoteDrained()
    {
        if (isDraining && running.Values.All(run => run.IsInOtherHands))
        {
            drained?.TrySetResult();
        }
    }
}
