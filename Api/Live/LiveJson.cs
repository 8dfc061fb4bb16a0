using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Live;

/// <summary>What the events of a stream say.</summary>
internal static class LiveJson
{
    public static JsonObject History(CourseRead read) => JsonObject.Of(
        ("events", JsonArray.Of(read.Events.Select(happened => HistoryEventJson.Write(happened, withData: true)))),
        ("fact", Json.Of(read.Fact)));

    /// <summary>How an execution stands, and what time it is for whoever wants to know how long it has been running.</summary>
    public static JsonObject Status(CourseStanding standing, DateTimeOffset now) => new JsonObjectBuilder(9)
        .Set("status", Json.Of(standing.Status.InWordsOfAws()))
        .Set("startDate", Time(standing.StartedAt))
        .SetIfPresent("stopDate", standing.StoppedAt is { } stopped ? Time(stopped) : null)
        .SetIfPresent("error", standing.Failure?.Error)
        .SetIfPresent("cause", standing.Failure?.Cause)
        .Set("redriveCount", Json.Of(standing.RedriveCount))
        .Set("lastEventId", Json.Of(standing.EventCount))
        .Set("factCount", Json.Of(standing.FactCount))
        .Set("now", Time(now))
        .Build();

    public static JsonObject Rewound(long lastEventId) => JsonObject.Of(("lastEventId", Json.Of(lastEventId)));

    /// <summary>Whether there is nothing new to say of where an execution stands.</summary>
    public static bool IsSameStatus(CourseStanding standing, CourseStanding? told) =>
        told is not null
        && (standing.Status, standing.StoppedAt, standing.RedriveCount, standing.Failure) == (told.Status, told.StoppedAt, told.RedriveCount, told.Failure);

    private static Json Time(DateTimeOffset moment) => Json.Of(moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture));
}
