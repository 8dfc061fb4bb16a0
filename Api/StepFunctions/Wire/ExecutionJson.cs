using System.Diagnostics;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>What the actions that show executions have in common.</summary>
internal static class ExecutionJson
{
    private static readonly JsonObject WithIt = JsonObject.Of(("included", Json.True));
    private static readonly JsonObject WithoutIt = JsonObject.Of(("included", Json.False));

    public static string InWordsOfAws(this ExecutionStatus status) => status switch
    {
        ExecutionStatus.Running => "RUNNING",
        ExecutionStatus.Succeeded => "SUCCEEDED",
        ExecutionStatus.Failed => "FAILED",
        ExecutionStatus.TimedOut => "TIMED_OUT",
        ExecutionStatus.Aborted => "ABORTED",
        _ => throw new UnreachableException($"no word for {status}"),
    };

    public static JsonObjectBuilder SetSummary(this JsonObjectBuilder json, ExecutionSummary execution) => json
        .Set("executionArn", Json.Of(execution.ExecutionArn))
        .Set("stateMachineArn", Json.Of(execution.StateMachineArn))
        .SetIfPresent("stateMachineVersionArn", execution.StateMachineVersionArn)
        .SetIfPresent("stateMachineAliasArn", execution.StateMachineAliasArn)
        .Set("name", Json.Of(execution.Name))
        .Set("status", Json.Of(execution.Status.InWordsOfAws()))
        .Set("startDate", EpochSeconds.Of(execution.StartDate))
        .SetIfPresent("stopDate", execution.StopDate is { } stopped ? EpochSeconds.Of(stopped) : null);

    public static JsonObjectBuilder SetRedrives(this JsonObjectBuilder json, ExecutionSummary execution) => json
        .Set("redriveCount", Json.Of(execution.RedriveCount))
        .SetIfPresent("redriveDate", execution.RedriveDate is { } redriven ? EpochSeconds.Of(redriven) : null);

    public static string InWordsOfAws(this RedriveStatus status) => status switch
    {
        RedriveStatus.NotRedrivable => "NOT_REDRIVABLE",
        RedriveStatus.Redrivable => "REDRIVABLE",
        RedriveStatus.RedrivableByMapRun => "REDRIVABLE_BY_MAP_RUN",
        _ => throw new UnreachableException($"no word for {status}"),
    };

    public static JsonObjectBuilder SetInput(this JsonObjectBuilder json, ExecutionDescription execution, bool withData) => json
        .SetIfPresent("input", withData ? execution.Input.ToString() : null)
        .Set("inputDetails", Included(withData));

    public static JsonObjectBuilder SetOutput(this JsonObjectBuilder json, ExecutionDescription execution, bool withData) =>
        json.SetIfPresent("output", withData ? execution.Output?.ToString() : null);

    public static JsonObjectBuilder SetFailure(this JsonObjectBuilder json, ExecutionDescription execution) => json
        .SetIfPresent("error", execution.Failure?.Error)
        .SetIfPresent("cause", execution.Failure?.Cause);

    public static JsonObject Included(bool withData) => withData ? WithIt : WithoutIt;
}
