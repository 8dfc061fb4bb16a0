using Quartz;

namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>When a schedule is due. Whole seconds, UTC.</summary>
public sealed class DueTimes
{
    private readonly CronExpression cron;
    private readonly DateTimeOffset start;
    private readonly DateTimeOffset end;

    /// <summary>The due times of a sound schedule, whether it is on or off.</summary>
    /// <exception cref="FormatException">Its expression is none.</exception>
    /// <exception cref="TimeZoneNotFoundException">This machine does not know its zone.</exception>
    public DueTimes(Schedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        cron = CronText.Parse(schedule.Cron, TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone));
        start = schedule.Start ?? DateTimeOffset.MinValue;
        end = schedule.End ?? DateTimeOffset.MaxValue;
    }

    /// <summary>The first due time after a moment, or null if there is none any more.</summary>
    public DateTimeOffset? After(DateTimeOffset moment)
    {
        var from = moment < start ? start.AddTicks(-1) : moment;
        return cron.GetNextValidTimeAfter(from)?.ToUniversalTime() is { } next && next <= end ? next : null;
    }
}
