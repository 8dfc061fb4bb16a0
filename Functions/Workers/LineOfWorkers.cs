using TaskOrchestration.Orchestrations.Activities;

namespace TaskOrchestration.Functions.Workers;

/// <summary>The workers that wait for a task of one activity on this instance. The first of them looks whether there is one, the others wait until it is their turn.</summary>
public sealed class LineOfWorkers
{
    private static readonly object Turn = new();

    private readonly WorkerLine<object> turns;
    private volatile TaskCompletionSource bell = NewBell();

    /// <summary>A line in which so many may wait.</summary>
    public LineOfWorkers(string activityArn, int maxWorkers)
    {
        turns = new WorkerLine<object>(activityArn, maxWorkers);
        turns.Add(Turn);
    }

    /// <summary>Waits until it is the asker's turn to look; <see cref="Pass"/> ends it.</summary>
    /// <returns>False if the waiting was given up.</returns>
    public async ValueTask<bool> WaitForTurnAsync(CancellationToken cancellationToken) => await turns.TakeAsync(isFirst: false, cancellationToken) is not null;

    /// <summary>Lets the next one look.</summary>
    public void Pass() => turns.Add(Turn);

    /// <summary>What completes with the next <see cref="Ring"/>.</summary>
    public Task NextRing => bell.Task;

    /// <summary>Says that there may be something to be had.</summary>
    public void Ring()
    {
        var rung = bell;
        bell = NewBell();
        rung.TrySetResult();
    }

    private static TaskCompletionSource NewBell() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
