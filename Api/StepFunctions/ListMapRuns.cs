using TaskOrchestration.Api.Listing;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Lists the Map Runs of an execution, newest first, page by page.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListMapRuns.html">ListMapRuns</seealso>
internal sealed class ListMapRuns(IMapRunService mapRuns, PageTokens pages) : IAction
{
    public string Name => nameof(ListMapRuns);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.ArnText("executionArn");
        var size = fields.PageSize();
        var token = fields.NextToken();
        fields.Check();

        var question = $"{nameof(ListMapRuns)} {arn}";
        var page = await mapRuns.ListAsync(Arn.OfExecution(arn), size, pages.Read(question, token), cancellationToken);
        return new JsonObjectBuilder(2)
            .Set("mapRuns", JsonArray.Of(page.Items.Select(Write)))
            .SetIfPresent("nextToken", pages.Write(question, page.Next))
            .Build();
    }

    /// <summary>As on AWS, the machine is that of the children.</summary>
    private static JsonObject Write(MapRun run) => new JsonObjectBuilder(5)
        .Set("executionArn", Json.Of(run.ExecutionArn))
        .Set("mapRunArn", Json.Of(run.Arn))
        .Set("stateMachineArn", Json.Of(MapRunArn.Parse(run.Arn).ChildMachineArn))
        .SetDates(run)
        .Build();
}
