using System.Globalization;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Events;

/// <summary>An event that a task tells of, or why it is refused.</summary>
internal sealed record EventEntry
{
    private static readonly string[] Required = ["Source", "DetailType", "Detail"];

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The name of its bus.</summary>
    public string Bus { get; init; } = EventRule.DefaultBus;

    /// <summary>The event as targets get it; null if it is refused.</summary>
    public JsonObject? Event { get; init; }

    /// <summary>What the sender is told of it.</summary>
    public required JsonObject Answer { get; init; }

    public static EventEntry Read(Json given, string id, ServiceRequest request, DateTimeOffset now)
    {
        var entry = given as JsonObject ?? JsonObject.Empty;
        if (Array.Find(Required, name => TextOf(entry[name]) is not { Length: > 0 }) is { } missing)
        {
            return Refused(id, "InvalidArgument", $"Parameter {missing} is not valid. Reason: {missing} is a required argument.");
        }

        if (Detail(entry["Detail"]!) is not { } detail)
        {
            return Refused(id, "MalformedDetail", "Detail is malformed.");
        }

        return new EventEntry
        {
            Id = id,
            Bus = TextOf(entry["EventBusName"]) is { Length: > 0 } bus ? bus[(bus.LastIndexOf('/') + 1)..] : EventRule.DefaultBus,
            Event = JsonObject.Of(
                ("version", Json.Of("0")),
                ("id", Json.Of(id)),
                ("detail-type", Json.Of(TextOf(entry["DetailType"])!)),
                ("source", Json.Of(TextOf(entry["Source"])!)),
                ("account", Json.Of(request.Place.Account)),
                ("time", Json.Of(Moment(entry["Time"], now).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))),
                ("region", Json.Of(request.Place.Region)),
                ("resources", Resources(entry, request)),
                ("detail", detail)),
            Answer = JsonObject.Of(("EventId", Json.Of(id))),
        };
    }

    private static JsonArray Resources(JsonObject entry, ServiceRequest request)
    {
        var given = entry["Resources"] as JsonArray ?? JsonArray.Empty;
        return request.IsByHand
            ? JsonArray.Of([.. given, Json.Of(request.Call.Execution.StateMachineArn), Json.Of(request.Call.Execution.ExecutionArn)])
            : given;
    }

    private static EventEntry Refused(string id, string code, string message) => new()
    {
        Id = id,
        Answer = JsonObject.Of(("ErrorCode", Json.Of(code)), ("ErrorMessage", Json.Of(message))),
    };

    private static string? TextOf(Json? value) => value switch
    {
        null or JsonNull => null,
        JsonString text => text.Value,
        _ => value.ToString(),
    };

    private static JsonObject? Detail(Json given)
    {
        try
        {
            return (given is JsonString text ? Json.Parse(text.Value) : given) as JsonObject;
        }
        catch (JsonSyntaxException)
        {
            // The answer says so.
            return null;
        }
    }

    private static DateTimeOffset Moment(Json? given, DateTimeOffset now) => given switch
    {
        JsonString text when DateTimeOffset.TryParse(text.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) => moment,
        JsonNumber { Value: > 0 and < 253_402_300_800 } seconds => DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds.Value * 1000)),
        _ => now,
    };
}
