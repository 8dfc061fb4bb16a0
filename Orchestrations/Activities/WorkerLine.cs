using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Orchestrations.Activities;

/// <summary>Brings the tasks of one activity and the workers that wait for one together, both in the order in which they came. Any thread.</summary>
/// <typeparam name="T">What stands for a task.</typeparam>
/// <param name="activityArn">The activity.</param>
/// <param name="maxWorkers">How many workers may wait.</param>
public sealed class WorkerLine<T>(string activityArn, int maxWorkers)
    where T : class
{
    private readonly Lock gate = new();
    private readonly LinkedList<T> tasks = new();
    private readonly Dictionary<T, LinkedListNode<T>> places = [];
    private readonly LinkedList<TaskCompletionSource<T?>> workers = new();
    private bool isClosed;

    /// <summary>How many tasks wait for a worker.</summary>
    public int WaitingTasks
    {
        get
        {
            lock (gate)
            {
                return tasks.Count;
            }
        }
    }

    /// <summary>How many workers wait for a task.</summary>
    public int WaitingWorkers
    {
        get
        {
            lock (gate)
            {
                return workers.Count;
            }
        }
    }

    /// <summary>Gives a task to the first worker, or puts it behind all others: in front of them if it was handed out before. One that waits already stays where it is.</summary>
    public void Add(T task, bool isFirst = false)
    {
        lock (gate)
        {
            if (places.ContainsKey(task))
            {
                return;
            }

            while (workers.First is { Value: var worker })
            {
                workers.RemoveFirst();
                if (worker.TrySetResult(task))
                {
                    return;
                }
            }

            places.Add(task, isFirst ? tasks.AddFirst(task) : tasks.AddLast(task));
        }
    }

    /// <summary>Takes a task out that is not to be handed out any more; one that does not wait is no error.</summary>
    public void Remove(T task)
    {
        lock (gate)
        {
            if (places.Remove(task, out var place))
            {
                tasks.Remove(place);
            }
        }
    }

    /// <summary>The first task; waits for one where there is none.</summary>
    /// <param name="isFirst">Whether the worker stands before all others, because the task it was given was none any more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The task, or null if the line was closed or the waiting given up.</returns>
    /// <exception cref="RefusedException">As many workers as may wait already.</exception>
    public async ValueTask<T?> TakeAsync(bool isFirst, CancellationToken cancellationToken)
    {
        var waiting = new TaskCompletionSource<T?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (tasks.First is { Value: var task })
            {
                tasks.RemoveFirst();
                places.Remove(task);
                return task;
            }

            if (isClosed || cancellationToken.IsCancellationRequested)
            {
                return null;
            }

            if (workers.Count >= maxWorkers)
            {
                throw new RefusedException(Refusal.ActivityWorkerLimitExceeded, $"Activity Worker Limit Exceeded: '{activityArn}'");
            }

            _ = isFirst ? workers.AddFirst(waiting) : workers.AddLast(waiting);
        }

        await using var givesUp = cancellationToken.UnsafeRegister(_ => GiveUp(waiting), null);
        return await waiting.Task;
    }

    /// <summary>Sends all workers away without a task, also those that come later.</summary>
    public void Close()
    {
        lock (gate)
        {
            isClosed = true;
            foreach (var worker in workers)
            {
                worker.TrySetResult(null);
            }

            workers.Clear();
        }
    }

    private void GiveUp(TaskCompletionSource<T?> worker)
    {
        lock (gate)
        {
            workers.Remove(worker);
        }

        worker.TrySetResult(null);
    }
}
