using Microsoft.Azure.Functions.Worker;

namespace TaskOrchestration.Functions.Triggers;

/// <summary>Reads what a timer says of itself.</summary>
internal static class Ticks
{
    /// <summary>
    /// When the tick was due, in UTC: until a tick has been seen to, the host has its time as the next one. Null for a timer that keeps no record.
    /// </summary>
    public static DateTimeOffset? DueTime(TimerInfo timer) => timer?.ScheduleStatus?.Next switch
    {
        not { } => null,
        { Ticks: 0 } => null,
        { Kind: DateTimeKind.Unspecified } next => new DateTimeOffset(next, TimeSpan.Zero),
        { } next => new DateTimeOffset(next.ToUniversalTime(), TimeSpan.Zero),
    };
}
