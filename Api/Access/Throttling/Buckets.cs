using System.Collections.Concurrent;

namespace TaskOrchestration.Api.Access.Throttling;

/// <summary>A bucket for each of many callers, of which no more are remembered than there is room for.</summary>
/// <remarks>
/// A bucket that is full again is forgotten: a new one would be the same. When there is no room and none is full, everybody new shares one bucket,
/// so that whoever comes from very many addresses slows down others who come for the first time, and nobody who was there before.
/// </remarks>
internal sealed class Buckets(BucketOptions options, int room, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, TokenBucket> kept = [];
    private readonly TokenBucket shared = new(options, time.GetUtcNow());
    private readonly Lock sweeping = new();
    private DateTimeOffset swept = time.GetUtcNow();

    /// <summary>How many are remembered.</summary>
    public int Count => kept.Count;

    public BucketState Take(string who)
    {
        var now = time.GetUtcNow();
        if (!kept.TryGetValue(who, out var bucket))
        {
            bucket = Kept(who, now);
        }

        return bucket.Take(now);
    }

    private TokenBucket Kept(string who, DateTimeOffset now)
    {
        if (kept.Count >= room || now - swept > TimeSpan.FromSeconds(options.Window))
        {
            Sweep(now);
        }

        return kept.Count < room ? kept.GetOrAdd(who, static (_, state) => new TokenBucket(state.options, state.now), (options, now)) : shared;
    }

    private void Sweep(DateTimeOffset now)
    {
        lock (sweeping)
        {
            // Many come here at once when there is no room; one look a second is enough.
            if (now - swept < TimeSpan.FromSeconds(1))
            {
                return;
            }

            swept = now;
            foreach (var (who, bucket) in kept)
            {
                if (bucket.IsFull(now))
                {
                    kept.TryRemove(who, out _);
                }
            }
        }
    }
}
