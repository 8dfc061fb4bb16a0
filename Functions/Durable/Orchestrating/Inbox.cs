using System.Diagnostics.CodeAnalysis;

namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>What has arrived and was not seen to yet.</summary>
/// <remarks>
/// Every pending operation has a small method of its own that awaits it and posts what came. So a turn of the loop costs the same whether it waits for one
/// operation or for hundreds. Everything runs on the orchestrator's thread, one after the other; nothing here is thread-safe, or need be.
/// </remarks>
internal sealed class Inbox
{
    private readonly Queue<Arrival> arrivals = new();
    private TaskCompletionSource? waiter;

    /// <summary>Everything that has arrived and was not taken, in order.</summary>
    public IReadOnlyCollection<Arrival> Rest => arrivals;

    /// <summary>Takes something in, and has the loop go on if it waits.</summary>
    public void Post(Arrival arrival)
    {
        arrivals.Enqueue(arrival);
        var waiting = waiter;
        waiter = null;
        waiting?.SetResult();
    }

    /// <summary>The next in order, if there is one.</summary>
    public bool TryTake([MaybeNullWhen(false)] out Arrival arrival) => arrivals.TryDequeue(out arrival);

    /// <summary>Completes when there is something to take.</summary>
    public Task WaitAsync()
    {
        if (arrivals.Count > 0)
        {
            return Task.CompletedTask;
        }

        waiter = new TaskCompletionSource();
        return waiter.Task;
    }
}
