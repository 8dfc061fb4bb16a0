using System.Text.RegularExpressions;

namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>What a sound schedule is.</summary>
public static partial class ScheduleRules
{
    /// <summary>The longest name. With what is put behind it a firing's id is at most 80 characters long, as names of executions are.</summary>
    public const int MaximumNameLength = 50;

    /// <summary>The largest <see cref="Schedule.MissedLimit"/> and <see cref="Schedule.QueueLimit"/>.</summary>
    public const int MaximumLimit = 1_000;

    /// <summary>Everything that is wrong with a schedule; nothing if it is sound.</summary>
    public static IReadOnlyList<ScheduleProblem> Problems(Schedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var problems = new List<ScheduleProblem>();
        Require(GoodName().IsMatch(schedule.Name), "name", $"expected 1 to {MaximumNameLength} letters, digits, '-', '_' and '.', and not dots alone, found '{schedule.Name}'");
        Require(!string.IsNullOrWhiteSpace(schedule.StateMachine), "stateMachine", "expected the name or the ARN of a state machine, found nothing");
        Require(schedule.MissedLimit is >= 1 and <= MaximumLimit, "missedLimit", $"expected 1 to {MaximumLimit}, found {schedule.MissedLimit}");
        Require(schedule.QueueLimit is >= 1 and <= MaximumLimit, "queueLimit", $"expected 1 to {MaximumLimit}, found {schedule.QueueLimit}");
        Require(!(schedule.End < schedule.Start), "end", $"expected a moment after the start, {schedule.Start:O}, found {schedule.End:O}");
        foreach (var unknown in InputTemplate.Unknown(schedule.Input))
        {
            Require(false, "input", $"there is no placeholder {unknown}");
        }

        CheckTimes(schedule, problems);
        return problems;

        void Require(bool isMet, string member, string message)
        {
            if (!isMet)
            {
                problems.Add(new ScheduleProblem(member, message));
            }
        }
    }

    private static void CheckTimes(Schedule schedule, List<ScheduleProblem> problems)
    {
        if (ZoneProblem(schedule.TimeZone) is { } problem)
        {
            problems.Add(new ScheduleProblem("timeZone", problem));
        }

        try
        {
            if (CronText.Parse(schedule.Cron, TimeZoneInfo.Utc).GetNextValidTimeAfter(DateTimeOffset.UnixEpoch) is null)
            {
                problems.Add(new ScheduleProblem("cron", $"expected due times, found none: '{schedule.Cron}' names only days that there are not"));
            }
        }
        catch (FormatException e)
        {
            problems.Add(new ScheduleProblem("cron", e.Message));
        }
    }

    /// <summary>Windows' own names are turned down although .NET knows them, so that a schedule means the same everywhere.</summary>
    private static string? ZoneProblem(string zone)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(zone) is { HasIanaId: true } ? null : $"expected a zone of the tz database such as Europe/Berlin, found '{zone}'";
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException or System.Security.SecurityException)
        {
            return $"expected a zone of the tz database such as Europe/Berlin, found '{zone}'"
                + (KnowsZones() ? string.Empty : "; this machine knows no zones at all: install its package 'tzdata'");
        }
    }

    private static bool KnowsZones() => OperatingSystem.IsWindows() || TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Berlin", out _);

    // A name is a part of a path, and there dots alone mean something else to everybody.
    [GeneratedRegex(@"\A(?!\.+\z)[A-Za-z0-9_.-]{1,50}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GoodName();
}
