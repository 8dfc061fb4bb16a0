using System.Buffers;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Logs;

/// <summary>An event as AWS writes it to CloudWatch Logs: one line of JSON, numbers as texts.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html">Logging using CloudWatch Logs</seealso>
internal static class LogRecord
{
    /// <summary>So much of an input or output is logged, as on AWS.</summary>
    private const int LongestPayload = 248 * 1024;

    /// <summary>Writes the line, its end included.</summary>
    public static void Write(IBufferWriter<byte> output, HistoryEvent happened, string executionArn, int redriveCount, bool withData)
    {
        new JsonObjectBuilder(7)
            .Set("id", Text(happened.Id))
            .Set("type", Json.Of(happened.Type.ToString()))
            .Set("details", happened.Details is { } details ? Details(details, withData) : JsonObject.Empty)
            .Set("previous_event_id", Text(happened.PreviousId))
            .Set("event_timestamp", Text(happened.Timestamp.ToUnixTimeMilliseconds()))
            .Set("execution_arn", Json.Of(executionArn))
            .Set("redrive_count", Text(redriveCount))
            .Build()
            .WriteTo(output);
        output.Write("\n"u8);
    }

    /// <summary>Where no data is logged, nothing is said of its being whole either; in that a log is unlike a history.</summary>
    private static JsonObject Details(HistoryDetails details, bool withData)
    {
        var all = HistoryDetailsJson.Write(details, withData, LongestPayload);
        return withData ? all : JsonObject.Of(all.Where(member => !member.Key.EndsWith("Details", StringComparison.Ordinal)));
    }

    private static Json Text(long number) => Json.Of($"{number}");
}
