using System.Text.RegularExpressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>
/// The input of a schedule's executions. In its texts <c>&lt;schedule.dueTime&gt;</c> stands for the due time (<c>2026-11-23T02:00:00Z</c>),
/// <c>&lt;schedule.dueDate&gt;</c> for its date in the schedule's zone (<c>2026-11-23</c>), <c>&lt;schedule.previousDate&gt;</c> for the day before that,
/// <c>&lt;schedule.timeZone&gt;</c> for the zone, <c>&lt;schedule.name&gt;</c> and <c>&lt;schedule.firingId&gt;</c> for the schedule and the firing.
/// </summary>
public static partial class InputTemplate
{
    private static readonly string[] Known = ["dueTime", "dueDate", "previousDate", "timeZone", "name", "firingId"];

    /// <summary>The placeholders in a template that do not exist.</summary>
    public static IReadOnlyList<string> Unknown(Json template)
    {
        var unknown = new List<string>();
        Map(template, text => Placeholder().Replace(text, found =>
        {
            if (!Known.Contains(found.Groups["name"].Value))
            {
                unknown.Add(found.Value);
            }

            return found.Value;
        }));
        return unknown;
    }

    /// <summary>The input of one firing.</summary>
    public static Json Fill(Schedule schedule, string firingId, DateTimeOffset due)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var local = TimeZoneInfo.ConvertTime(due, TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone));
        return Map(schedule.Input, text => Placeholder().Replace(text, found => found.Groups["name"].Value switch
        {
            "dueTime" => $"{due.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}",
            "dueDate" => $"{local:yyyy-MM-dd}",
            "previousDate" => $"{local.AddDays(-1):yyyy-MM-dd}",
            "timeZone" => schedule.TimeZone,
            "name" => schedule.Name,
            "firingId" => firingId,
            _ => found.Value,
        }));
    }

    private static Json Map(Json value, Func<string, string> change) => value switch
    {
        JsonString text => Json.Of(change(text.Value)),
        JsonArray items => JsonArray.Of(items.Select(item => Map(item, change))),
        JsonObject members => JsonObject.Of(members.Select(member => KeyValuePair.Create(member.Key, Map(member.Value, change)))),
        _ => value,
    };

    [GeneratedRegex("<schedule\\.(?<name>[A-Za-z]*)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
