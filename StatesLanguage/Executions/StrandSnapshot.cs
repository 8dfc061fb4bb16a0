using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>A strand, and all that runs in it, as JSON and back.</summary>
internal static class StrandSnapshot
{
    public static JsonObject Write(Strand strand) => new JsonObjectBuilder()
        .Set("state", Json.Of(strand.State.Name))
        .Set("input", strand.Input)
        .Set("variables", strand.Variables)
        .Set("lastEvent", Json.Of(strand.LastEvent))
        .Set("enteredEvent", Json.Of(strand.EnteredEvent))
        .Set("enteredAt", SnapshotJson.Moment(strand.EnteredAt))
        .Set("visit", Json.Of(strand.Visit))
        .SetIfPresent("entered", SnapshotJson.Optional(strand.Entered == 0 ? null : strand.Entered))
        .SetIfPresent("begun", SnapshotJson.Optional(strand.Begun == 0 ? null : strand.Begun))
        .Set("retryCount", Json.Of(strand.RetryCount))
        .SetIfPresent("retriesUsed", strand.RetriesUsed is { } used ? JsonArray.Of(used.Select(count => Json.Of(count))) : null)
        .SetIfPresent("work", strand.Work is null || strand.Work == Work.Abandoned ? null : WorkSnapshot.Write(strand.Work))
        .SetIfPresent("unfinished", strand.Unfinished is { StartsOver: false } unfinished ? WorkSnapshot.Write(unfinished) : null)
        .SetIfPresent("unfinishedMapRun", strand.UnfinishedMapRun)
        .Build();

    public static Strand Read(ExecutionStart start, StateGraph graph, Strand? owner, int index, Json? item, JsonObject snapshot)
    {
        var strand = new Strand(graph, owner, index)
        {
            Item = item,
            State = graph[SnapshotJson.Text(snapshot["state"])!],
            Input = snapshot["input"]!,
            Variables = (JsonObject)snapshot["variables"]!,
            LastEvent = SnapshotJson.Whole(snapshot["lastEvent"]),
            EnteredEvent = SnapshotJson.Whole(snapshot["enteredEvent"]),
            EnteredAt = SnapshotJson.Moment(snapshot["enteredAt"]!),
            Visit = SnapshotJson.Whole(snapshot["visit"]),
            Entered = (int)SnapshotJson.Whole(snapshot["entered"]),
            Begun = (int)SnapshotJson.Whole(snapshot["begun"]),
            UnfinishedMapRun = snapshot["unfinishedMapRun"],
            RetryCount = (int)SnapshotJson.Whole(snapshot["retryCount"]),
            RetriesUsed = snapshot["retriesUsed"] is JsonArray used ? [.. used.Select(count => (int)SnapshotJson.Whole(count))] : null,
        };
        strand.Work = snapshot["work"] is JsonObject work ? WorkSnapshot.Read(start, strand, work) : null;
        strand.Unfinished = snapshot["unfinished"] is JsonObject unfinished ? (Work.Children)WorkSnapshot.Read(start, strand, unfinished) : null;
        return strand;
    }
}
