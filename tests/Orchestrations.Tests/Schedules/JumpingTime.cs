using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Schedules;

/// <summary>A clock that somebody sets, forth and back, without its timers noticing.</summary>
internal sealed class JumpingTime : TimeProvider
{
    public ManualTimeProvider Machine { get; } = new();

    public TimeSpan SetBy { get; set; }

    public override long TimestampFrequency => Machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => Machine.GetUtcNow() + SetBy;

    public override long GetTimestamp() => Machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => Machine.CreateTimer(callback, state, dueTime, period);
}
