namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>When a schedule is due. Whole seconds, UTC.</summary>
public sealed class DueTimes
{
    private readonly WallClock clock;
    private readonly DateTimeOffset start;
    private readonly DateTimeOffset end;

    /// <summary>The due times of a sound schedule, whether it is on or off.</summary>
    /// <exception cref="FormatException">Its expression is none.</exception>
    /// <exception cref="TimeZoneNotFoundException">This machine does not know its zone.</exception>
    public DueTimes(Schedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone);
        clock = new WallClock(CronText.Parse(schedule.Cron, TimeZoneInfo.Utc), zone, IsInterval(schedule.Cron));
        start = schedule.Start ?? DateTimeOffset.MinValue;
        end = schedule.End ?? DateTimeOffset.MaxValue;
    }

    /// <summary>The first due time after a moment, or null if there is none any more.</summary>
    public DateTimeOffset? After(DateTimeOffset moment)
    {
        var from = moment < start ? start.AddTicks(-1) : moment;
        return clock.NextAfter(from) is { } next && next <= end ? next : null;
    }

    /// <summary>Whether seconds, minutes or hours are an interval, which goes on while clocks show an hour for the second time.</summary>
    private static bool IsInterval(string cron) =>
        cron.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(3).Any(field => field.AsSpan().ContainsAny('*', '/', '-'));
}
