using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>What alerts go by: how many events were given up, and for how long receivers have taken nothing, in this process.</summary>
public sealed class DeliveryTally : IDisposable
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> failingSince = [];
    private readonly Meter meter = new(MeterNames.Events);
    private readonly TimeProvider time;
    private long dead;

    /// <summary>Makes the instrument.</summary>
    public DeliveryTally(TimeProvider time)
    {
        this.time = time;
        meter.CreateObservableGauge(
            "taskorch.status_events.failing", () => LongestFailure().TotalSeconds, "s", "How long the receiver that has failed for longest has taken no status-change event; 0 when none fails.");
    }

    /// <summary>How many events were given up.</summary>
    public long Dead => Volatile.Read(ref dead);

    /// <summary>How long the receiver that has failed for longest has failed.</summary>
    public TimeSpan LongestFailure() => failingSince.Values.Select(since => time.GetUtcNow() - since).DefaultIfEmpty().Max();

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    /// <summary>An attempt was made.</summary>
    internal void Add(string subscription, Attempt attempt)
    {
        if (attempt.Result is DeliveryResult.Dead)
        {
            Interlocked.Increment(ref dead);
        }

        if (attempt.Reception is Reception.NotNow)
        {
            failingSince.TryAdd(subscription, time.GetUtcNow());
        }
        else if (attempt.Reception is not null)
        {
            failingSince.TryRemove(subscription, out _);
        }
    }
}
