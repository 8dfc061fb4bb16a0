using Microsoft.Extensions.Configuration;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>The schedules of the settings: those that come with the program, changed and added to by the section <c>Schedules</c>.</summary>
public static class ConfiguredSchedules
{
    /// <summary>The schedules that come with the program: settlement of the day before at half past two, the sweep an hour later.</summary>
    public static IReadOnlyList<Schedule> Defaults { get; } =
    [
        new Schedule
        {
            Name = "nightly-settlement",
            Cron = "0 30 2 * * ?",
            StateMachine = "SettlementBatch",
            Input = JsonObject.Of(("date", Json.Of("<schedule.previousDate>")), ("timeZone", Json.Of("<schedule.timeZone>"))),
            Misfire = MisfirePolicy.FireAll,
            MissedLimit = 31,
            Overlap = OverlapPolicy.Queue,
            QueueLimit = 31,
            Description = "Settles the transactions of the day before.",
        },
        new Schedule
        {
            Name = "retention-sweep", Cron = "0 30 3 * * ?", StateMachine = "RetentionSweep", Description = "Purges what the retention policies let go.",
        },
    ];

    /// <summary>The schedules that a section of settings leaves, each member under the name it has in the API; the input is a text of JSON.</summary>
    /// <exception cref="InvalidDataException">A setting is wrong; the message says which.</exception>
    public static IReadOnlyList<Schedule> Read(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var schedules = Defaults.ToDictionary(schedule => schedule.Name);
        foreach (var entry in section.GetChildren())
        {
            schedules[entry.Key] = Read(entry, schedules.GetValueOrDefault(entry.Key) ?? new Schedule { Name = entry.Key, Cron = string.Empty, StateMachine = string.Empty });
        }

        return [.. schedules.Values];
    }

    private static Schedule Read(IConfigurationSection entry, Schedule schedule)
    {
        foreach (var setting in entry.GetChildren())
        {
            schedule = With(schedule, setting);
        }

        return ScheduleRules.Problems(schedule) is [var problem, ..] ? throw Wrong($"{entry.Path}:{problem.Member}", problem.Message) : schedule;
    }

    private static Schedule With(Schedule schedule, IConfigurationSection setting)
    {
        var value = setting.Value ?? throw Wrong(setting.Path, "expected a value, found a section; an input is written as a text of JSON, for example \"{\\\"days\\\": 1}\"");
        return setting.Key.ToUpperInvariant() switch
        {
            "CRON" => schedule with { Cron = value },
            "TIMEZONE" => schedule with { TimeZone = value },
            "STATEMACHINE" => schedule with { StateMachine = value },
            "INPUT" => schedule with { Input = Input(setting.Path, value) },
            "MISFIRE" => schedule with { Misfire = Choice<MisfirePolicy>(setting.Path, value) },
            "MISSEDLIMIT" => schedule with { MissedLimit = Number(setting.Path, value) },
            "OVERLAP" => schedule with { Overlap = Choice<OverlapPolicy>(setting.Path, value) },
            "QUEUELIMIT" => schedule with { QueueLimit = Number(setting.Path, value) },
            "ENABLED" => schedule with { IsEnabled = bool.TryParse(value, out var isEnabled) ? isEnabled : throw Wrong(setting.Path, $"expected true or false, found '{value}'") },
            "START" => schedule with { Start = Time(setting.Path, value) },
            "END" => schedule with { End = Time(setting.Path, value) },
            "DESCRIPTION" => schedule with { Description = value },
            _ => throw Wrong(setting.Path, "there is no such setting of a schedule"),
        };
    }

    private static Json Input(string path, string value)
    {
        try
        {
            return Json.Parse(value);
        }
        catch (JsonSyntaxException e)
        {
            throw Wrong(path, $"expected a text of JSON, found '{value}': {e.Message}");
        }
    }

    private static T Choice<T>(string path, string value)
        where T : struct, Enum =>
        Enum.GetNames<T>().Contains(value, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<T>(value, ignoreCase: true)
            : throw Wrong(path, $"expected one of {string.Join(", ", Enum.GetNames<T>())}, found '{value}'");

    private static int Number(string path, string value) => int.TryParse(value, out var number) ? number : throw Wrong(path, $"expected a number, found '{value}'");

    private static DateTimeOffset Time(string path, string value) =>
        DateTimeOffset.TryParse(value, null, System.Globalization.DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime()
            : throw Wrong(path, $"expected a time such as 2026-11-23T03:00:00Z, found '{value}'");

    private static InvalidDataException Wrong(string path, string message) => new($"The settings are wrong: {path}: {message}.");
}
