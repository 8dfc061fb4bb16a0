using System.Diagnostics;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.MapRuns;

/// <summary>A <see cref="MapRunRequest"/> as JSON and back. A shape once written is read for ever.</summary>
internal static class MapRunRequestJson
{
    public static JsonObject Write(MapRunRequest request) => new JsonObjectBuilder(12)
        .Set("mapRunArn", Json.Of(request.MapRunArn))
        .Set("stateName", Json.Of(request.StateName))
        .Set("executionType", Json.Of(Word.Of(request.ExecutionType)))
        .SetIfPresent("maxConcurrency", SnapshotJson.Optional(request.MaxConcurrency))
        .SetIfPresent("toleratedFailureCount", SnapshotJson.Optional(request.Tolerance.Count))
        .SetIfPresent("toleratedFailurePercentage", request.Tolerance.Percentage is { } percentage ? Json.Of(percentage) : null)
        .Set("source", Write(request.Source))
        .SetIfPresent("batching", request.Batching is { } batching ? Write(batching) : null)
        .SetIfPresent("writing", request.Writing is { } writing ? Write(writing) : null)
        .Set("input", request.Input)
        .Set("context", request.Context)
        .Set("variables", request.Variables)
        .Set("redriveCount", Json.Of(request.RedriveCount))
        .Build();

    public static MapRunRequest Read(Json json) => json is not JsonObject request || request["source"] is not JsonObject source
        ? throw new FormatException($"expected a request for a Map Run, an object with \"source\", found {json}")
        : new MapRunRequest
        {
            MapRunArn = Text(request, "mapRunArn"),
            StateName = Text(request, "stateName"),
            ExecutionType = Word.Read<StateMachineType>(Text(request, "executionType")) ?? throw Unexpected(request, "executionType"),
            MaxConcurrency = SnapshotJson.OptionalWhole(request["maxConcurrency"]),
            Tolerance = new MapRunTolerance(
                SnapshotJson.OptionalWhole(request["toleratedFailureCount"]),
                (request["toleratedFailurePercentage"] as JsonNumber)?.Value),
            Source = ReadSource(source),
            Batching = request["batching"] is JsonObject batching ? ReadBatching(batching) : null,
            Writing = request["writing"] is JsonObject writing ? ReadWriting(writing) : null,
            Input = request["input"] ?? throw Unexpected(request, "input"),
            Context = request["context"] as JsonObject ?? throw Unexpected(request, "context"),
            Variables = request["variables"] as JsonObject ?? throw Unexpected(request, "variables"),
            RedriveCount = (int)SnapshotJson.Whole(request["redriveCount"]),
        };

    private static JsonObject Write(ItemSource source) => source switch
    {
        ItemSource.Inline inline => JsonObject.Of(("items", inline.Items)),
        ItemSource.Members members => JsonObject.Of(("items", members.Items)),
        ItemSource.Read read => new JsonObjectBuilder()
            .Set("resource", Json.Of(read.Resource))
            .Set("arguments", read.Arguments)
            .Set("config", ConfigJson.Write(read.Config))
            .SetIfPresent("maxItems", SnapshotJson.Optional(read.MaxItems))
            .Build(),
        _ => throw new UnreachableException($"no JSON for {source.GetType().Name}"),
    };

    private static ItemSource ReadSource(JsonObject source) => source["items"] is JsonArray or JsonObject
        ? ItemSource.Of(source["items"]!)
        : new ItemSource.Read(
            Text(source, "resource"),
            source["arguments"] as JsonObject ?? throw Unexpected(source, "arguments"),
            ConfigJson.ReadReader(source["config"] as JsonObject ?? throw Unexpected(source, "config")),
            SnapshotJson.OptionalWhole(source["maxItems"]));

    private static JsonObject Write(ItemBatching batching) => new JsonObjectBuilder()
        .SetIfPresent("maxItems", SnapshotJson.Optional(batching.MaxItems))
        .SetIfPresent("maxInputBytes", SnapshotJson.Optional(batching.MaxInputBytes))
        .SetIfPresent("batchInput", batching.BatchInput)
        .Build();

    private static ItemBatching ReadBatching(JsonObject batching) => new(
        SnapshotJson.OptionalWhole(batching["maxItems"]),
        SnapshotJson.OptionalWhole(batching["maxInputBytes"]),
        batching["batchInput"]);

    private static JsonObject Write(ResultWriting writing) => new JsonObjectBuilder()
        .SetIfPresent("resource", writing.Resource)
        .Set("arguments", writing.Arguments)
        .Set("config", ConfigJson.Write(writing.Config))
        .Build();

    private static ResultWriting ReadWriting(JsonObject writing) => new(
        SnapshotJson.Text(writing["resource"]),
        writing["arguments"] as JsonObject ?? throw Unexpected(writing, "arguments"),
        ConfigJson.ReadWriter(writing["config"] as JsonObject ?? throw Unexpected(writing, "config")));

    private static string Text(JsonObject json, string name) => SnapshotJson.Text(json[name]) ?? throw Unexpected(json, name);

    private static FormatException Unexpected(JsonObject json, string name) =>
        new($"expected a request for a Map Run with \"{name}\", found {json[name]?.ToString() ?? "none"}");
}
