namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Moments as facts carry them: whole milliseconds, UTC.</summary>
public static class Moment
{
    /// <summary>The millisecond a moment lies in.</summary>
    public static DateTimeOffset Whole(DateTimeOffset moment) => new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    /// <summary>The later of two moments.</summary>
    public static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
