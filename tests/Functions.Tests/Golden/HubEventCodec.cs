using Microsoft.DurableTask;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Durable.Histories;

namespace TaskOrchestration.Functions.Tests.Golden;

/// <summary>What happened in an orchestration as JSON. What travelled packed is written down unpacked: hosts pack in different ways.</summary>
internal static class HubEventCodec
{
    public static JsonObject ToJson(HubEvent happened) => happened switch
    {
        HubEvent.EpisodeStarted episode => Of("episode", task: null, ("at", Json.Of(episode.At.ToString("O")))),
        HubEvent.Started started => Of("started", task: null, ("name", Json.Of(started.Name)), ("input", Unpacked(started.Input))),
        HubEvent.ActivityCalled called => Of("activity", called.Task, ("name", Json.Of(called.Name)), ("input", Unpacked(called.Input))),
        HubEvent.ActivityCompleted completed => Of("result", completed.Task, ("result", Unpacked(completed.Result))),
        HubEvent.ActivityFailed failed => Of("failure", failed.Task, ("message", Json.Of(failed.Details.ErrorMessage))),
        HubEvent.TimerSet set => Of("timer", set.Task, ("fireAt", Json.Of(set.FireAt.ToString("O")))),
        HubEvent.TimerFired fired => Of("fired", fired.Task),
        HubEvent.EventRaised raised => Of("event", task: null, ("name", Json.Of(raised.Name)), ("input", Unpacked(raised.Input))),
        HubEvent.EventSent sent => Of("send", sent.Task, ("to", Json.Of(sent.InstanceId)), ("name", Json.Of(sent.Name)), ("input", Unpacked(sent.Input))),
        _ => throw new ArgumentException($"expected what orchestrators of ours see and call for, found {happened.GetType().Name}", nameof(happened)),
    };

    public static HubEvent FromJson(JsonObject json) => Text(json, "kind") switch
    {
        "episode" => new HubEvent.EpisodeStarted(DateTimeOffset.Parse(Text(json, "at"), System.Globalization.CultureInfo.InvariantCulture)),
        "started" => new HubEvent.Started(Text(json, "name"), Packed(json["input"]!), Parent: null),
        "result" => new HubEvent.ActivityCompleted(Task(json), Packed(json["result"]!)),
        "failure" => new HubEvent.ActivityFailed(Task(json), TaskFailureDetails.FromException(new IOException(Text(json, "message")))),
        "fired" => new HubEvent.TimerFired(Task(json)),
        "event" => new HubEvent.EventRaised(Text(json, "name"), Packed(json["input"]!)),
        var kind => throw new FormatException($"expected what orchestrators of ours see, found {kind}"),
    };

    private static JsonObject Of(string kind, int? task, params (string, Json)[] members)
    {
        var json = new JsonObjectBuilder().Set("kind", Json.Of(kind)).SetIfPresent("task", task is { } number ? Json.Of(number) : null);
        foreach (var (name, value) in members)
        {
            json.Set(name, value);
        }

        return json.Build();
    }

    private static Json Unpacked(string? wire) => Json.Parse(wire ?? "null") switch
    {
        JsonString { Value: ['~' or '=', ..] packed } => JsonObject.Of(("packed", PackedText.Read(packed))),
        var plain => JsonObject.Of(("plain", plain)),
    };

    private static string Packed(Json json) =>
        ((JsonObject)json)["packed"] is { } content ? Json.Of(PackedText.Of(content)).ToString() : ((JsonObject)json)["plain"]!.ToString();

    private static int Task(JsonObject json) => (int)((JsonNumber)json["task"]!).Value;

    private static string Text(JsonObject json, string member) => ((JsonString)json[member]!).Value;
}
