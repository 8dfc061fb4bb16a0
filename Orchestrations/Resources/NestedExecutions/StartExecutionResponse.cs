using System.Globalization;
using System.Text;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.NestedExecutions;

/// <summary>What <c>states:startExecution</c> answers.</summary>
internal static class StartExecutionResponse
{
    /// <summary>The child has begun.</summary>
    public static JsonObject Started(StartedExecution child, TaskCall call)
    {
        var requestId = RequestId.Of(call);
        return new JsonObjectBuilder()
            .Set("ExecutionArn", Json.Of(child.ExecutionArn))
            .Set("SdkHttpMetadata", HttpMetadata(child, requestId))
            .Set("SdkResponseMetadata", JsonObject.Of(("RequestId", Json.Of(requestId))))
            .Set("StartDate", Moment(child.StartDate))
            .Build();
    }

    /// <summary>The child has ended, as DescribeExecution shows it.</summary>
    /// <param name="child">The child.</param>
    /// <param name="parsesTexts">Whether its input and output are given as JSON (<c>.sync:2</c>) instead of as texts (<c>.sync</c>).</param>
    public static JsonObject Ended(ExecutionDescription child, bool parsesTexts)
    {
        var included = JsonObject.Of(("Included", Json.True));
        var summary = child.Summary;
        return new JsonObjectBuilder(16)
            .SetIfPresent("Cause", child.Failure?.Cause)
            .SetIfPresent("Error", child.Failure?.Error)
            .Set("ExecutionArn", Json.Of(summary.ExecutionArn))
            .Set("Input", Shown(child.Input))
            .Set("InputDetails", included)
            .Set("Name", Json.Of(summary.Name))
            .SetIfPresent("Output", child.Output is null ? null : Shown(child.Output))
            .SetIfPresent("OutputDetails", child.Output is null ? null : included)
            .Set("RedriveCount", Json.Of(summary.RedriveCount))
            .Set("RedriveStatus", Json.Of(child.RedriveStatus == RedriveStatus.Redrivable ? "REDRIVABLE" : "NOT_REDRIVABLE"))
            .SetIfPresent("RedriveStatusReason", child.RedriveStatusReason)
            .Set("StartDate", Moment(summary.StartDate))
            .SetIfPresent("StateMachineAliasArn", summary.StateMachineAliasArn)
            .Set("StateMachineArn", Json.Of(summary.StateMachineArn))
            .SetIfPresent("StateMachineVersionArn", summary.StateMachineVersionArn)
            .Set("Status", Json.Of(summary.Status == ExecutionStatus.TimedOut ? "TIMED_OUT" : summary.Status.ToString().ToUpperInvariant()))
            .SetIfPresent("StopDate", summary.StopDate is { } stop ? Moment(stop) : null)
            .Build();

        Json Shown(Json value) => parsesTexts ? value : Json.Of(value.ToString());
    }

    /// <summary>Milliseconds since 1970, the way this integration shows moments.</summary>
    private static Json Moment(DateTimeOffset moment) => Json.Of(moment.ToUnixTimeMilliseconds());

    private static JsonObject HttpMetadata(StartedExecution child, string requestId)
    {
        var body = $$"""{"executionArn":"{{child.ExecutionArn}}","startDate":{{(child.StartDate.ToUnixTimeMilliseconds() / 1000d).ToString("E9", CultureInfo.InvariantCulture)}}}""";
        (string Name, string Value)[] headers =
        [
            ("x-amzn-RequestId", requestId),
            ("connection", "keep-alive"),
            ("Content-Length", Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture)),
            ("Date", child.StartDate.ToString("R", CultureInfo.InvariantCulture)),
            ("Content-Type", "application/x-amz-json-1.0"),
        ];
        return JsonObject.Of(
            ("AllHttpHeaders", JsonObject.Of(headers.Select(header => KeyValuePair.Create(header.Name, (Json)JsonArray.Of(Json.Of(header.Value)))))),
            ("HttpHeaders", JsonObject.Of(headers.Select(header => KeyValuePair.Create(header.Name, Json.Of(header.Value))))),
            ("HttpStatusCode", Json.Of(200)));
    }
}
