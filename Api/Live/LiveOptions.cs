namespace TaskOrchestration.Api.Live;

/// <summary>How executions are watched.</summary>
public sealed record LiveOptions
{
    /// <summary>After so much silence is said again how the execution stands, with the time, so that nobody in between takes the stream for dead.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a stream lasts; browsers then come back by themselves, and whether they may is looked at anew.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>How many streams there may be at once.</summary>
    public int Most { get; init; } = 1_000;
}
