using Microsoft.Extensions.Configuration;

namespace TaskOrchestration.Functions.Hosting;

/// <summary>Gives the schedules of the batches the due times of the timers that ring for them, so that the two agree.</summary>
/// <remarks>
/// Which due times have a firing is decided by the schedules alone, as on the local host; a timer only has them looked at on time. The two dialects differ in
/// one thing: numbers for days of the week, which begin with 0 on Sunday for timers and with 1 for schedules. Those are refused.
/// </remarks>
internal static class BatchTimes
{
    /// <summary>The schedule that starts SettlementBatch.</summary>
    public const string Settlement = "nightly-settlement";

    /// <summary>The schedule that starts RetentionSweep.</summary>
    public const string Retention = "retention-sweep";

    private const int Fields = 6;
    private const int DayOfMonth = 3;
    private const int DayOfWeek = 5;

    /// <summary>The settings of the schedules that follow from those of the timers.</summary>
    /// <exception cref="InvalidDataException">A timer's setting is wrong.</exception>
    public static IEnumerable<KeyValuePair<string, string?>> ScheduleSettings(IConfiguration settings)
    {
        foreach (var (schedule, setting) in new[] { (Settlement, SettingNames.SettlementSchedule), (Retention, SettingNames.RetentionSchedule) })
        {
            if (settings[setting] is { Length: > 0 } times)
            {
                yield return KeyValuePair.Create($"Schedules:{schedule}:cron", (string?)Cron(setting, times));
                yield return KeyValuePair.Create($"Schedules:{schedule}:timeZone", (string?)"UTC");
            }
        }
    }

    private static string Cron(string setting, string times)
    {
        var fields = times.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != Fields)
        {
            throw new InvalidDataException($"{setting}: expected {Fields} fields (seconds, minutes, hours, day of the month, month, day of the week), found '{times}'.");
        }

        if (fields[DayOfWeek].Any(char.IsAsciiDigit))
        {
            throw new InvalidDataException($"{setting}: expected days of the week by their names, for example MON-FRI, found '{fields[DayOfWeek]}' in '{times}'.");
        }

        // A schedule wants one of the two day fields left open.
        var open = fields[DayOfWeek] is "*" or "?" ? DayOfWeek : fields[DayOfMonth] is "*" ? DayOfMonth : -1;
        if (open >= 0)
        {
            fields[open] = "?";
        }

        return string.Join(' ', fields);
    }
}
