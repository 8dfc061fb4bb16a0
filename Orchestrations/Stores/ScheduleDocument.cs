using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>The JSON text a schedule is kept as: all of it but its name.</summary>
public static class ScheduleDocument
{
    /// <summary>The text of a schedule.</summary>
    public static string Write(Schedule schedule) => new JsonObjectBuilder()
        .Set("cron", Json.Of(schedule.Cron))
        .Set("timeZone", Json.Of(schedule.TimeZone))
        .Set("stateMachine", Json.Of(schedule.StateMachine))
        .Set("input", schedule.Input)
        .Set("misfire", Json.Of(schedule.Misfire.ToString()))
        .Set("missedLimit", Json.Of(schedule.MissedLimit))
        .Set("overlap", Json.Of(schedule.Overlap.ToString()))
        .Set("queueLimit", Json.Of(schedule.QueueLimit))
        .Set("isEnabled", Json.Of(schedule.IsEnabled))
        .SetIfPresent("start", schedule.Start is { } start ? SqliteRows.WriteTime(start) : null)
        .SetIfPresent("end", schedule.End is { } end ? SqliteRows.WriteTime(end) : null)
        .SetIfPresent("description", schedule.Description)
        .Build()
        .ToString();

    /// <summary>The schedule of a text that <see cref="Write"/> gave.</summary>
    public static Schedule Read(string name, string document)
    {
        var kept = (JsonObject)Json.Parse(document);
        return new Schedule
        {
            Name = name,
            Cron = Text(kept, "cron")!,
            TimeZone = Text(kept, "timeZone")!,
            StateMachine = Text(kept, "stateMachine")!,
            Input = kept["input"]!,
            Misfire = Enum.Parse<MisfirePolicy>(Text(kept, "misfire")!),
            MissedLimit = Integer(kept, "missedLimit"),
            Overlap = Enum.Parse<OverlapPolicy>(Text(kept, "overlap")!),
            QueueLimit = Integer(kept, "queueLimit"),
            IsEnabled = kept["isEnabled"]!.Equals(Json.True),
            Start = Text(kept, "start") is { } start ? SqliteRows.ReadTime(start) : null,
            End = Text(kept, "end") is { } end ? SqliteRows.ReadTime(end) : null,
            Description = Text(kept, "description"),
        };
    }

    private static string? Text(JsonObject kept, string name) => (kept[name] as JsonString)?.Value;

    private static int Integer(JsonObject kept, string name) => int.Parse(kept[name]!.ToString());
}
