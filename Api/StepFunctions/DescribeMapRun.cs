using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Shows a Map Run as it stands.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeMapRun.html">DescribeMapRun</seealso>
internal sealed class DescribeMapRun(IMapRunService mapRuns) : IAction
{
    public string Name => nameof(DescribeMapRun);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.MapRunArnText();
        fields.Check();

        var run = await mapRuns.DescribeAsync(Arn.OfMapRun(arn), cancellationToken);
        return new JsonObjectBuilder(12)
            .Set("mapRunArn", Json.Of(run.Arn))
            .Set("executionArn", Json.Of(run.ExecutionArn))
            .Set("status", Json.Of(Word.Of(run.Status)))
            .SetDates(run)
            .Set("maxConcurrency", Json.Of(run.MaxConcurrency))
            .Set("toleratedFailurePercentage", Json.Of(run.Tolerance.Percentage ?? 0))
            .Set("toleratedFailureCount", Json.Of(run.Tolerance.Count ?? 0))
            .Set("itemCounts", MapRunJson.Counts(run.Tally.Items))
            .Set("executionCounts", MapRunJson.Counts(run.Tally.Executions))
            .Set("redriveCount", Json.Of(run.RedriveCount))
            .SetIfPresent("redriveDate", run.RedriveDate is { } redriven ? EpochSeconds.Of(redriven) : null)
            .Build();
    }
}
