using System.Diagnostics;
using TaskOrchestration.Orchestrations.Resources.Http;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Testing;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Testing;

/// <summary>Writes how the test of a state went.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_InspectionData.html">InspectionData</seealso>
internal static class TestAnswer
{
    public static JsonObject Write(StateTrialResult result, InspectionLevel level, HttpExchange? exchange = null) => new JsonObjectBuilder()
        .SetIfPresent("output", result.Output?.ToString())
        .SetIfPresent("error", result.Failure?.Error)
        .SetIfPresent("cause", result.Failure?.Cause)
        .SetIfPresent("inspectionData", level == InspectionLevel.Info ? null : Inspection(result, level == InspectionLevel.Trace ? exchange : null))
        .SetIfPresent("nextState", result.NextState)
        .Set("status", Json.Of(Word(result.Status)))
        .Build();

    private static JsonObject Inspection(StateTrialResult result, HttpExchange? exchange)
    {
        var inspection = new JsonObjectBuilder().Set("input", Json.Of(result.Input.ToString()));
        foreach (var (stage, value) in result.Stages.OrderBy(stage => stage.Key))
        {
            inspection.Set(MemberOf(stage, result.State.QueryLanguage), IsNumber(stage) ? value : Json.Of(value.ToString()));
        }

        return inspection
            .SetIfPresent("request", exchange is null ? null : TestedExchange.Request(exchange))
            .SetIfPresent("response", exchange?.Answer is { } answer ? TestedExchange.Response(exchange, answer) : null)
            .SetIfPresent("errorDetails", ErrorDetails(result))
            .SetIfPresent("variables", result.Variables.Count == 0 ? null : result.Variables.ToString())
            .Build();
    }

    private static string MemberOf(DataStage stage, QueryLanguage language) => stage switch
    {
        DataStage.InputPath => "afterInputPath",
        DataStage.Arguments => language == QueryLanguage.Jsonata ? "afterArguments" : "afterParameters",
        DataStage.ItemsPath => "afterItemsPath",
        DataStage.ItemsPointer => "afterItemsPointer",
        DataStage.ItemSelector => "afterItemSelector",
        DataStage.ItemBatcher => "afterItemBatcher",
        DataStage.MaxConcurrency => "maxConcurrency",
        DataStage.ToleratedFailureCount => "toleratedFailureCount",
        DataStage.ToleratedFailurePercentage => "toleratedFailurePercentage",
        DataStage.Result => "result",
        DataStage.ResultSelector => "afterResultSelector",
        DataStage.ResultPath => "afterResultPath",
        _ => throw new UnreachableException($"no member for {stage}"),
    };

    private static bool IsNumber(DataStage stage) =>
        stage is DataStage.MaxConcurrency or DataStage.ToleratedFailureCount or DataStage.ToleratedFailurePercentage;

    private static JsonObject? ErrorDetails(StateTrialResult result)
    {
        var details = new JsonObjectBuilder()
            .SetIfPresent("catchIndex", Number(result.CatchIndex))
            .SetIfPresent("retryBackoffIntervalSeconds", Number((long?)result.RetryPause?.TotalSeconds))
            .SetIfPresent("retryIndex", Number(result.RetryIndex))
            .Build();
        return details.Count == 0 ? null : details;
    }

    private static Json? Number(long? number) => number is { } value ? Json.Of(value) : null;

    private static string Word(StateTrialStatus status) => status switch
    {
        StateTrialStatus.Succeeded => "SUCCEEDED",
        StateTrialStatus.Failed => "FAILED",
        StateTrialStatus.Retriable => "RETRIABLE",
        StateTrialStatus.CaughtError => "CAUGHT_ERROR",
        _ => throw new UnreachableException($"no word for {status}"),
    };
}
