using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>How a child of a Map Run ended, as JSON and back.</summary>
internal static class ChildEndCodec
{
    public static JsonObject ToJson(ChildEnd end) => new JsonObjectBuilder(7)
        .Set("index", Json.Of(end.Index))
        .Set("status", Json.Of(end.Status.ToString()))
        .SetIfPresent("output", end.Output)
        .SetIfPresent("failure", end.Failure is { } failure ? FailureCodec.ToJson(failure) : null)
        .Set("started", Member.Moment(end.StartedAt))
        .Set("stopped", Member.Moment(end.StoppedAt))
        .SetIfPresent("redrives", end.RedriveCount == 0 ? null : Json.Of(end.RedriveCount))
        .Build();

    public static ChildEnd FromJson(JsonObject json) => new()
    {
        Index = Member.Whole(json, "index"),
        Status = Enum.Parse<ExecutionStatus>(Member.Text(json, "status")),
        Output = json["output"],
        Failure = json["failure"] is JsonObject failure ? FailureCodec.FromJson(failure) : null,
        StartedAt = Member.Moment(json, "started"),
        StoppedAt = Member.Moment(json, "stopped"),
        RedriveCount = (int)Member.Whole(json, "redrives", absent: 0),
    };
}
