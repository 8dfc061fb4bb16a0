using System.Diagnostics;
using System.Globalization;
using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Functions.Telemetry;

/// <summary>Whether what a span is about went well.</summary>
internal static class SpanOutcome
{
    private const int ServerError = 500;

    /// <summary>Whether something went wrong: the span says so, an exception came, an execution ended without success, or a request was answered with a server's error.</summary>
    public static bool IsFailure(Activity span) =>
        span.Status == ActivityStatusCode.Error || span.Events.Any(happened => happened.Name == "exception") || EndedBadly(span) || WasAnsweredWithError(span);

    private static bool EndedBadly(Activity span) => span.GetTagItem(SpanAttributes.ExecutionStatus) is string status && status is not ("SUCCEEDED" or "RUNNING");

    private static bool WasAnsweredWithError(Activity span) =>
        (span.GetTagItem("http.response.status_code") ?? span.GetTagItem("http.status_code")) is { } found
        && int.TryParse(Convert.ToString(found, CultureInfo.InvariantCulture), out var status)
        && status >= ServerError;
}
