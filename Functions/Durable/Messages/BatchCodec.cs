using TaskOrchestration.Functions.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>Facts that are to be taken down, as JSON and back.</summary>
internal static class BatchCodec
{
    public static JsonObject ToJson(FactBatch batch) => new JsonObjectBuilder(10)
        .Set("arn", Json.Of(batch.ExecutionArn))
        .Set("redrives", Json.Of(batch.RedriveCount))
        .Set("from", Json.Of(batch.From))
        .Set("before", Json.Of(batch.Before))
        .SetIfPresent("facts", Member.Facts(batch.Facts))
        .SetIfPresent("isFirst", Member.Flag(batch.IsFirst))
        .SetIfPresent("opened", Member.Numbers(batch.Opened))
        .SetIfPresent("closed", Member.Numbers(batch.Closed))
        .SetIfPresent("end", batch.End is { } end ? ToJson(end) : null)
        .Build();

    public static FactBatch FromJson(JsonObject json) => new()
    {
        ExecutionArn = Member.Text(json, "arn"),
        RedriveCount = (int)Member.Whole(json, "redrives"),
        From = (int)Member.Whole(json, "from"),
        Before = Member.Text(json, "before"),
        Facts = Member.Facts(json, "facts"),
        IsFirst = Member.Flag(json, "isFirst"),
        Opened = Member.Numbers(json, "opened"),
        Closed = Member.Numbers(json, "closed"),
        End = json["end"] is JsonObject end ? EndFromJson(end) : null,
    };

    private static JsonObject ToJson(ExecutionEnd end) => new JsonObjectBuilder(6)
        .Set("status", Json.Of(end.Status.ToString()))
        .Set("at", Member.Moment(end.StopDate))
        .SetIfPresent("output", end.Output)
        .SetIfPresent("failure", end.Failure is { } failure ? FailureCodec.ToJson(failure) : null)
        .Set("events", Json.Of(end.EventCount))
        .Build();

    private static ExecutionEnd EndFromJson(JsonObject json) => new(
        Enum.Parse<ExecutionStatus>(Member.Text(json, "status")),
        Member.Moment(json, "at"),
        json["output"],
        json["failure"] is JsonObject failure ? FailureCodec.FromJson(failure) : null,
        Member.Whole(json, "events"));
}
