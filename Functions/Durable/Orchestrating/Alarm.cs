using Microsoft.DurableTask;

namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>Many timers over one of Durable's.</summary>
/// <remarks>
/// An execution sets and drops timers all the time (a heartbeat moves one with every sign of life), and each of Durable's costs a message and rows of history. So only
/// one runs, for the earliest moment; when that is dropped and later ones are left, it rings for nothing and the next one is set. None is longer than three days,
/// because backends have limits. And none is left behind: an orchestration with an open timer neither ends nor continues as new.
/// </remarks>
#pragma warning disable CA1001 // The one who drops the alarm drops what it holds; the loop always does.
internal sealed class Alarm(TaskOrchestrationContext context, FactClock clock, Inbox inbox)
#pragma warning restore CA1001
{
    private static readonly TimeSpan LongestStretch = TimeSpan.FromDays(3);

    private readonly PriorityQueue<Entry, (DateTimeOffset Due, long Number)> byDue = new();
    private readonly Dictionary<object, Entry> entries = [];
    private long lastNumber;
    private CancellationTokenSource? running;
    private DateTimeOffset ringsAt;

    /// <summary>Sets a timer, in place of one by that key if there is any.</summary>
    public void Set(object key, DateTimeOffset due)
    {
        var entry = new Entry(key, due, ++lastNumber);
        entries[key] = entry;
        byDue.Enqueue(entry, (due, entry.Number));
    }

    /// <summary>Drops a timer; one that is not known is no error.</summary>
    public void Cancel(object key) => entries.Remove(key);

    /// <summary>Takes the earliest timer whose moment has come.</summary>
    /// <returns>Its key, or null if there is none.</returns>
    public object? TakeDue(out DateTimeOffset due)
    {
        due = default;
        if (Earliest() is not { } entry || entry.Due > clock.Now)
        {
            return null;
        }

        byDue.Dequeue();
        entries.Remove(entry.Key);
        due = entry.Due;
        return entry.Key;
    }

    /// <summary>Sees to it that Durable wakes the orchestration for the earliest timer, and for nothing if there is none.</summary>
    public void Arm()
    {
        if (Earliest() is not { } entry)
        {
            Drop();
        }
        else if (running is null || entry.Due < ringsAt)
        {
            Drop();
            var farthest = clock.Now + LongestStretch;
            ringsAt = entry.Due < farthest ? entry.Due : farthest;
            running = new CancellationTokenSource();
            _ = RingAsync(ringsAt, running);
        }
    }

    /// <summary>Drops Durable's timer.</summary>
    public void Drop()
    {
        var dropped = running;
        running = null;
        dropped?.Cancel();
        dropped?.Dispose();
    }

    private Entry? Earliest()
    {
        while (byDue.TryPeek(out var entry, out _))
        {
            if (entries.GetValueOrDefault(entry.Key) == entry)
            {
                return entry;
            }

            byDue.Dequeue();
        }

        return null;
    }

    private async Task RingAsync(DateTimeOffset at, CancellationTokenSource cancellation)
    {
        try
        {
            await context.CreateTimer(at.UtcDateTime, cancellation.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (running == cancellation)
        {
            running = null;
            cancellation.Dispose();
            inbox.Post(new Arrival.Rang(at));
        }
    }

    private sealed record Entry(object Key, DateTimeOffset Due, long Number);
}
