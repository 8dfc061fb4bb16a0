using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Workers;

/// <summary>The tasks of activities on Durable Functions: any instance hands out what any other has put into the queue.</summary>
/// <remarks>
/// Who has a task the row of its token says: taken by an instance first, then handed to a worker. An instance that is lost in between leaves a task that is taken and not handed; it can be taken
/// once more after <see cref="ActivityOptions.Doubt"/>.
/// </remarks>
public sealed class DurableActivityTasks(
    ActivityCatalog activities, IWaitingLine queue, IExecutionRecords records, WorkerLines lines, DurableClients clients, ActivityOptions options, TimeProvider time) : IActivityTasks
{
    /// <summary>Of so many a look takes the first that is to be had: more than one only where others look as well, or where tasks are over that were never handed out.</summary>
    private const int Portion = 32;

    /// <summary>How long until the next look, where nothing on this instance says that there is something.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public async ValueTask<HandedTask?> TakeAsync(string activityArn, string? worker, CancellationToken cancellationToken = default)
    {
        await activities.DescribeAsync(activityArn, cancellationToken);
        using var end = new CancellationTokenSource(options.LongestPoll, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellationToken);
        var line = lines.Of(activityArn);
        if (!await line.WaitForTurnAsync(either.Token))
        {
            return null;
        }

        try
        {
            return await LookUntilAsync(line, activityArn, worker, either.Token);
        }
        finally
        {
            line.Pass();
        }
    }

    private async ValueTask<HandedTask?> LookUntilAsync(LineOfWorkers line, string activityArn, string? worker, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var ring = line.NextRing;
            if (await LookAsync(activityArn, worker, cancellationToken) is { } handed)
            {
                return handed;
            }

            await PauseAsync(ring, cancellationToken);
        }

        return null;
    }

    /// <summary>Goes through the queue until there is a task to be had.</summary>
    private async ValueTask<HandedTask?> LookAsync(string activityArn, string? worker, CancellationToken cancellationToken)
    {
        string? after = null;
        while (await queue.FirstAsync(activityArn, Portion, after, CancellationToken.None) is { Count: > 0 } portion)
        {
            foreach (var waiting in portion)
            {
                // Whoever has begun to take a task finishes it: only between two the worker may go.
                if (cancellationToken.IsCancellationRequested)
                {
                    return null;
                }

                if (await TryHandAsync(waiting, worker) is { } handed)
                {
                    return handed;
                }
            }

            after = portion[^1].Place;
        }

        return null;
    }

    private async ValueTask<HandedTask?> TryHandAsync(WaitingTask waiting, string? worker)
    {
        var now = Moment.Whole(time.GetUtcNow());
        switch (await records.TryTakeAsync(waiting.ExecutionArn, waiting.Task, now, now - options.Doubt))
        {
            case TaskTaking.Taken when await records.FindAsync(waiting.ExecutionArn) is { } record:
                return await StartAsync(waiting, record, new Fact.TaskStarted(now, waiting.Task, worker));
            case TaskTaking.TakenByAnother:
                return null;
            default:
                await queue.RemoveAsync(waiting);
                return null;
        }
    }

    private async ValueTask<HandedTask> StartAsync(WaitingTask waiting, ExecutionRecord record, Fact.TaskStarted started)
    {
        try
        {
            await clients.Current.RaiseEventAsync(record.InstanceId, Signal.EventName, Signal.Of(started).Text);
        }
        catch
        {
            await records.PutBackAsync(waiting.ExecutionArn, waiting.Task);
            throw;
        }

        return new HandedTask(TaskToken.Create(record.Start, waiting.Task), waiting.Input, isDelivered => SettleAsync(waiting, isDelivered));
    }

    private async ValueTask SettleAsync(WaitingTask waiting, bool isDelivered)
    {
        if (isDelivered)
        {
            await records.HandedAsync(waiting.ExecutionArn, waiting.Task);
            await queue.RemoveAsync(waiting);
        }
        else
        {
            await records.PutBackAsync(waiting.ExecutionArn, waiting.Task);
            lines.Ring(waiting.ActivityArn);
        }
    }

    private async ValueTask PauseAsync(Task ring, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(ring, Task.Delay(BetweenLooks, time, either.Token));
        await either.CancelAsync();
    }
}
