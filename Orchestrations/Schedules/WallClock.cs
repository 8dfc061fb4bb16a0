using Quartz;

namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>What a cron expression says of the clocks on the wall, told in moments.</summary>
/// <remarks>
/// The library reads the expression as if clocks were never changed; what a change means is decided here. What is due in an hour that does not exist is due at the
/// moment clocks are put forward, once. What is due in an hour that comes twice is due the first time only, unless the expression says an interval.
/// </remarks>
internal sealed class WallClock(CronExpression cron, TimeZoneInfo zone, bool isInterval)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The first due moment after another, or null if there is none any more.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset moment)
    {
        var at = moment.ToUniversalTime();
        var offset = zone.GetUtcOffset(at);
        var shown = at + offset;
        var latest = LatestShownBefore(at);
        while (NextShown(shown, latest) is { } next)
        {
            if (FirstChange(at, next - offset) is not { } change)
            {
                return next - offset;
            }

            var changed = zone.GetUtcOffset(change);
            if (changed > offset && NextShown((change + offset).AddTicks(-1), latest) < change + changed)
            {
                return change;
            }

            latest = change + offset;
            (at, offset, shown) = (change, changed, (change + changed).AddTicks(-1));
        }

        return null;
    }

    /// <summary>The next reading that is due after one that clocks show; of readings up to the latest they have shown, only those of an interval.</summary>
    private DateTimeOffset? NextShown(DateTimeOffset shown, DateTimeOffset latest) =>
        cron.GetNextValidTimeAfter(isInterval || shown >= latest ? shown : latest.AddTicks(-1));

    /// <summary>What clocks showed last before they were last changed; nothing when that is more than a day ago.</summary>
    private DateTimeOffset LatestShownBefore(DateTimeOffset at) =>
        FirstChange(at - Day, at) is { } change ? change + zone.GetUtcOffset(change.AddTicks(-1)) : DateTimeOffset.MinValue;

    /// <summary>The first moment after one and up to another at which clocks are changed.</summary>
    private DateTimeOffset? FirstChange(DateTimeOffset after, DateTimeOffset until)
    {
        var offset = zone.GetUtcOffset(after);
        for (var same = after; same < until;)
        {
            var other = until - same > Day ? same + Day : until;
            if (zone.GetUtcOffset(other) != offset)
            {
                return Between(same, other, offset);
            }

            same = other;
        }

        return null;
    }

    private DateTimeOffset Between(DateTimeOffset same, DateTimeOffset other, TimeSpan offset)
    {
        while (other - same > TimeSpan.FromTicks(1))
        {
            var middle = same + ((other - same) / 2);
            (same, other) = zone.GetUtcOffset(middle) == offset ? (middle, other) : (same, middle);
        }

        return other;
    }
}
