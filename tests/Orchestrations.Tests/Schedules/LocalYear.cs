using System.Collections.Concurrent;

namespace TaskOrchestration.Orchestrations.Tests.Schedules;

/// <summary>What the clocks of a zone show in each minute of a year, and from that, without any cron expression, when something is due.</summary>
internal sealed class LocalYear
{
    public static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset End = Begin.AddYears(1);

    public static readonly string[] Zones =
    [
        "UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "America/Santiago", "Asia/Beirut", "Europe/Dublin", "Asia/Kolkata", "Pacific/Chatham",
    ];

    private static readonly ConcurrentDictionary<string, DateTime[]> Years = [];

    /// <summary>
    /// The minutes in which one of these readings is due. What is due in a gap is due where the gap ends; what comes twice is due once, unless every hour is.
    /// </summary>
    public static List<DateTimeOffset> DueTimes(string zone, IReadOnlySet<int> minutes, IReadOnlySet<int>? hours)
    {
        var readings = Years.GetOrAdd(zone, Readings);
        var due = new List<DateTimeOffset>();
        var latest = readings[0];
        for (var minute = 1; minute < readings.Length; minute++)
        {
            var (before, now) = (readings[minute - 1], readings[minute]);
            var isDue = Matches(now) && (hours is null || now > latest);
            for (var missing = before.AddMinutes(1); missing < now; missing = missing.AddMinutes(1))
            {
                isDue |= Matches(missing);
            }

            if (isDue)
            {
                due.Add(Begin.AddMinutes(minute - 1));
            }

            latest = now > latest ? now : latest;
        }

        return due;

        bool Matches(DateTime reading) => minutes.Contains(reading.Minute) && (hours is null || hours.Contains(reading.Hour));
    }

    private static DateTime[] Readings(string zone)
    {
        var found = TimeZoneInfo.FindSystemTimeZoneById(zone);
        return [.. Enumerable.Range(-1, (int)(End - Begin).TotalMinutes + 1).Select(minute => Begin.AddMinutes(minute)).Select(at => (at + found.GetUtcOffset(at)).DateTime)];
    }
}
