namespace TaskOrchestration.Api.Access.Throttling;

/// <summary>How many requests are let through.</summary>
/// <param name="Burst">How many at once, after a pause.</param>
/// <param name="PerSecond">How many a second go on for ever.</param>
public sealed record BucketOptions(int Burst, double PerSecond)
{
    /// <summary>How many seconds an empty bucket takes to be full.</summary>
    public int Window => (int)Math.Max(1, Math.Ceiling(Burst / PerSecond));
}
