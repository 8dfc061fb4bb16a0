using System.Globalization;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>A status change as EventBridge tells of it.</summary>
/// <remarks>
/// It is made when it is delivered: input and output are the execution's own, and what a redrive has overwritten since is in the <see cref="StatusChange"/>. What there is not
/// is <c>null</c>. A payload that makes the event too large is left out, and its <c>included</c> is false: the input first, then the output.
/// </remarks>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html">Step Functions events in EventBridge</seealso>
public static class StatusEvent
{
    /// <summary>Whose events these are.</summary>
    public const string Source = "aws.states";

    /// <summary>What kind of event it is.</summary>
    public const string DetailType = "Step Functions Execution Status Change";

    /// <summary>How many bytes input and output may have together, as they are written inside the event.</summary>
    public const int MostPayloadBytes = 248 * 1024;

    private static readonly JsonObject IsIncluded = JsonObject.Of(("included", Json.True));
    private static readonly JsonObject IsLeftOut = JsonObject.Of(("included", Json.False));

    /// <summary>The event.</summary>
    /// <param name="change">The change.</param>
    /// <param name="execution">The execution as it stands now, which may be further on.</param>
    public static JsonObject Of(StatusChange change, ExecutionDescription execution)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(execution);
        var arn = change.ExecutionArn.Split(':', 6);
        return JsonObject.Of(
            ("version", Json.Of("0")),
            ("id", Json.Of(change.EventId)),
            ("detail-type", Json.Of(DetailType)),
            ("source", Json.Of(Source)),
            ("account", Json.Of(arn[4])),
            ("time", Json.Of(change.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))),
            ("region", Json.Of(arn[3])),
            ("resources", JsonArray.Of([Json.Of(change.ExecutionArn)])),
            ("detail", Detail(change, execution)));
    }

    private static JsonObject Detail(StatusChange change, ExecutionDescription execution)
    {
        var isEnd = change.Status >= ReportedStatus.Succeeded;
        var input = Json.Of(execution.Input.ToString());
        var output = change.Status == ReportedStatus.Succeeded && execution.Output is { } yielded ? Json.Of(yielded.ToString()) : null;
        var hasOutput = output is not null && Size(output) <= MostPayloadBytes;
        var hasInput = Size(input) + (hasOutput ? Size(output!) : 0) <= MostPayloadBytes;
        var (redriveStatus, reason) = Redrive(change, execution);
        return JsonObject.Of(
            ("executionArn", Json.Of(change.ExecutionArn)),
            ("stateMachineArn", Json.Of(execution.Summary.StateMachineArn)),
            ("name", Json.Of(execution.Summary.Name)),
            ("status", Json.Of(change.Status.InWordsOfAws())),
            ("startDate", Milliseconds(execution.Summary.StartDate)),
            ("stopDate", isEnd ? Milliseconds(change.At) : Json.Null),
            ("input", hasInput ? input : Json.Null),
            ("output", hasOutput ? output! : Json.Null),
            ("stateMachineVersionArn", TextOrNull(execution.Summary.StateMachineVersionArn)),
            ("stateMachineAliasArn", TextOrNull(execution.Summary.StateMachineAliasArn)),
            ("redriveCount", Json.Of(change.Status == ReportedStatus.PendingRedrive ? change.RedriveCount - 1 : change.RedriveCount)),
            ("redriveDate", RedriveDate(change, execution)),
            ("redriveStatus", Json.Of(redriveStatus)),
            ("redriveStatusReason", TextOrNull(reason)),
            ("inputDetails", hasInput ? IsIncluded : IsLeftOut),
            ("outputDetails", output is null ? Json.Null : hasOutput ? IsIncluded : IsLeftOut),
            ("error", TextOrNull(change.Failure?.Error)),
            ("cause", TextOrNull(change.Failure?.Cause)));
    }

    /// <summary>Without the quotation marks around it.</summary>
    private static int Size(Json text) => text.Utf8Length - 2;

    private static Json Milliseconds(DateTimeOffset moment) => Json.Of(moment.ToUnixTimeMilliseconds());

    private static Json TextOrNull(string? text) => text is null ? Json.Null : Json.Of(text);

    /// <summary>Of a run before the last one nobody knows any more when it was begun, unless it is that beginning which is told of.</summary>
    private static Json RedriveDate(StatusChange change, ExecutionDescription execution) => change switch
    {
        { RedriveCount: 0 } or { Status: ReportedStatus.PendingRedrive } => Json.Null,
        { Status: ReportedStatus.Running } => Milliseconds(change.At),
        _ when execution.Summary is { RedriveDate: { } redriven } summary && summary.RedriveCount == change.RedriveCount => Milliseconds(redriven),
        _ => Json.Null,
    };

    /// <summary>A run that did not succeed and is not the last one has been redriven, so it could be.</summary>
    private static (string Status, string? Reason) Redrive(StatusChange change, ExecutionDescription execution)
    {
        if (change.Status is ReportedStatus.PendingRedrive or ReportedStatus.Running or ReportedStatus.Succeeded)
        {
            return ("NOT_REDRIVABLE", $"Execution is {change.Status.InWordsOfAws()} and cannot be redriven");
        }

        var isLast = execution.Summary.RedriveCount == change.RedriveCount;
        return isLast && execution.RedriveStatus == RedriveStatus.NotRedrivable
            ? ("NOT_REDRIVABLE", execution.RedriveStatusReason)
            : (execution.Summary.MapRunArn is null ? "REDRIVABLE" : "REDRIVABLE_BY_MAP_RUN", null);
    }
}
