namespace TaskOrchestration.Api.Access.Throttling;

/// <summary>A number of requests that may be made at once and grows back with time.</summary>
internal sealed class TokenBucket(BucketOptions options, DateTimeOffset now)
{
    private readonly Lock gate = new();
    private double tokens = options.Burst;
    private DateTimeOffset filled = now;

    /// <summary>Takes a token, if there is one.</summary>
    public BucketState Take(DateTimeOffset now)
    {
        lock (gate)
        {
            Fill(now);
            var isTaken = tokens >= 1;
            tokens -= isTaken ? 1 : 0;
            return State(isTaken);
        }
    }

    /// <summary>Whether it has nothing to remember: a new one would be the same.</summary>
    public bool IsFull(DateTimeOffset now)
    {
        lock (gate)
        {
            Fill(now);
            return tokens >= options.Burst;
        }
    }

    private void Fill(DateTimeOffset now)
    {
        // A clock that was set back fills nothing.
        tokens = Math.Min(options.Burst, tokens + (Math.Max(0, (now - filled).TotalSeconds) * options.PerSecond));
        filled = now;
    }

    private BucketState State(bool isTaken) => new(
        isTaken,
        (int)tokens,
        (int)Math.Ceiling((options.Burst - tokens) / options.PerSecond),
        (int)Math.Max(1, Math.Ceiling((1 - tokens) / options.PerSecond)));
}
