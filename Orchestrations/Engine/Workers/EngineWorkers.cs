using System.Collections.Concurrent;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Engine.Workers;

/// <summary>The tasks of activities that wait for workers, and the workers that wait for tasks, all in memory: which tasks wait, the executions' facts say.</summary>
/// <remarks>
/// That a worker has taken a task up is durable before the worker learns of it, and that it got the answer is taken down afterwards, as a sign of life. A host that is lost in between leaves a
/// task of which nobody knows whether it has a worker: it is offered again some time after the next start, unless it is heard of first.
/// </remarks>
internal sealed class EngineWorkers(ITimers clock, Inbox inbox, ActivityOptions options, TimeProvider time) : ITimerOwner
{
    private readonly ConcurrentDictionary<string, WorkerLine<QueuedTask>> lines = [];
    private readonly ConcurrentDictionary<QueuedTask, string> waiting = [];
    private readonly ConcurrentDictionary<long, QueuedTask> inDoubt = [];
    private volatile bool isClosed;

    /// <summary>Lets a task wait for a worker, behind those that wait already.</summary>
    public void Add(OpenExecution execution, TaskRequest request) =>
        Add(new QueuedTask(execution, request.Task), ((TaskResource.Activity)request.Resource).Text, isFirst: false);

    /// <summary>Lets the tasks wait that did so when the engine last stopped.</summary>
    public void Adopt(IEnumerable<(OpenExecution Execution, TaskForWorkers Task)> tasks)
    {
        foreach (var (execution, task) in tasks.OrderBy(entry => entry.Task.ScheduledAt))
        {
            if (task.IsStarted)
            {
                Doubt(new QueuedTask(execution, task.Request.Task));
            }
            else
            {
                Add(execution, task.Request);
            }
        }
    }

    /// <summary>Nobody waits for a task any more.</summary>
    public void Cancel(OpenExecution execution, long task)
    {
        var queued = new QueuedTask(execution, task);
        if (!waiting.IsEmpty && waiting.TryRemove(queued, out var activityArn))
        {
            LineOf(activityArn).Remove(queued);
        }
    }

    /// <summary>The task of an activity that has waited longest, taken up; or null where there was none for long enough, or the engine stops.</summary>
    public async ValueTask<HandedTask?> TakeAsync(string activityArn, string? worker, CancellationToken cancellationToken)
    {
        using var end = new CancellationTokenSource(options.LongestPoll, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellationToken);
        for (var isFirst = false; await LineOf(activityArn).TakeAsync(isFirst, either.Token) is { } queued; isFirst = true)
        {
            waiting.TryRemove(queued, out _);
            if (cancellationToken.IsCancellationRequested)
            {
                Add(queued, activityArn, isFirst: true);
                break;
            }

            if (await HandOutAsync(queued, worker) is { } request)
            {
                return new HandedTask(request.TaskToken, request.Input, isDelivered => Settle(queued, activityArn, isDelivered));
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void OnTimer(long timer, DateTimeOffset at)
    {
        if (inDoubt.TryRemove(timer, out var queued))
        {
            inbox.Post(new OfferAgainCommand(queued, this));
        }
    }

    /// <summary>Sends all workers away, also those that come later.</summary>
    public void Close()
    {
        isClosed = true;
        foreach (var line in lines.Values)
        {
            line.Close();
        }
    }

    private async Task<TaskRequest?> HandOutAsync(QueuedTask queued, string? worker)
    {
        var command = new HandOutCommand(queued, new Fact.TaskStarted(clock.Now, queued.Task, worker));
        inbox.Post(command);
        return await command.Answer;
    }

    private ValueTask Settle(QueuedTask queued, string activityArn, bool isDelivered)
    {
        if (isDelivered)
        {
            inbox.Post(new Delivery(queued.Execution, new Fact.TaskHeartbeat(clock.Now, queued.Task)));
        }
        else
        {
            Add(queued, activityArn, isFirst: true);
        }

        return ValueTask.CompletedTask;
    }

    private void Doubt(QueuedTask queued)
    {
        var timer = inDoubt.Count + 1;
        inDoubt[timer] = queued;
        clock.Set(this, timer, clock.Now + options.Doubt);
    }

    private void Add(QueuedTask queued, string activityArn, bool isFirst)
    {
        waiting[queued] = activityArn;
        LineOf(activityArn).Add(queued, isFirst);
    }

    private WorkerLine<QueuedTask> LineOf(string activityArn)
    {
        var line = lines.GetOrAdd(activityArn, static (arn, options) => new WorkerLine<QueuedTask>(arn, options.WaitingWorkers), options);
        if (isClosed)
        {
            line.Close();
        }

        return line;
    }
}
