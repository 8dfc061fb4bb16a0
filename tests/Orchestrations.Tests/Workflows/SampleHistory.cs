using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Workflows;

/// <summary>
/// A history as the samples show it: the events of GetExecutionHistory, with inputs and outputs as JSON instead of its text, and a mask for each value
/// that differs from run to run.
/// </summary>
internal static partial class SampleHistory
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IEnumerable<HistoryEvent> history)
    {
        var events = JsonObject.Of(("events", JsonArray.Of(history.Select(Event)))).ToString();
        return JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(Masked(events)), Readable) + "\n";
    }

    private static Json Event(HistoryEvent happened) => new JsonObjectBuilder()
        .Set("id", Json.Of(happened.Id))
        .Set("previousEventId", Json.Of(happened.PreviousId))
        .Set("timestamp", Json.Of("<time>"))
        .Set("type", Json.Of(happened.Type.ToString()))
        .SetIfPresent(MemberOf(happened), happened.Details is null ? null : DetailsOf(happened.Details))
        .Build();

    private static string MemberOf(HistoryEvent happened) => happened.Details switch
    {
        HistoryDetails.StateEntered => "stateEnteredEventDetails",
        HistoryDetails.StateExited => "stateExitedEventDetails",
        _ => JsonNamingPolicy.CamelCase.ConvertName($"{happened.Type}EventDetails"),
    };

    private static JsonObject DetailsOf(HistoryDetails details) => details switch
    {
        HistoryDetails.ExecutionStarted it => JsonObject.Of(("input", it.Input)),
        HistoryDetails.StateEntered it => JsonObject.Of(("name", Json.Of(it.Name)), ("input", it.Input)),
        HistoryDetails.StateExited it => JsonObject.Of(("name", Json.Of(it.Name)), ("output", it.Output)),
        HistoryDetails.TaskScheduled it => JsonObject.Of(
            ("resourceType", Json.Of(it.ResourceType)), ("resource", Json.Of(it.Resource)), ("parameters", it.Parameters)),
        HistoryDetails.TaskStarted it => JsonObject.Of(("resourceType", Json.Of(it.ResourceType)), ("resource", Json.Of(it.Resource))),
        HistoryDetails.TaskOutput it => JsonObject.Of(
            ("resourceType", Json.Of(it.ResourceType)), ("resource", Json.Of(it.Resource)), ("output", it.Output)),
        HistoryDetails.Result it => JsonObject.Of(("output", it.Output)),
        HistoryDetails.MapRunStarted it => JsonObject.Of(("mapRunArn", Json.Of(it.MapRunArn))),
        HistoryDetails.MapStateStarted it => JsonObject.Of(("length", Json.Of(it.Length))),
        HistoryDetails.MapIteration it => JsonObject.Of(("name", Json.Of(it.Name)), ("index", Json.Of(it.Index))),
        _ => throw new UnreachableException($"No sample has had an event like {details} so far."),
    };

    private static string Masked(string json) => Uuid().Replace(Time().Replace(MapRunArn().Replace(ExecutionArn().Replace(json, "<execution>"), "<map run>"), "<time>"), "<request>");

    [GeneratedRegex("arn:aws:states:[^\" ]*:execution:[^\" ]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ExecutionArn();

    [GeneratedRegex("arn:aws:states:[^\" ]*:mapRun:[^\" ]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MapRunArn();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Time();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Uuid();
}
