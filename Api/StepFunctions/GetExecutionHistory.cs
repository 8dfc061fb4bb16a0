using TaskOrchestration.Api.Listing;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Lists the events of an execution's history, page by page.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html">GetExecutionHistory</seealso>
internal sealed class GetExecutionHistory(IExecutionService executions, PageTokens pages) : IAction
{
    public string Name => nameof(GetExecutionHistory);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.ArnText("executionArn");
        var size = fields.PageSize();
        var reverse = fields.Flag("reverseOrder") ?? false;
        var token = fields.NextToken();
        var withData = fields.Flag("includeExecutionData") ?? true;
        fields.Check();

        Arn.OfExecution(arn);
        var question = $"{Name} {arn} {reverse}";
        var page = await executions.GetHistoryAsync(arn, reverse, size, pages.Read(question, token), cancellationToken);
        return new JsonObjectBuilder(2)
            .Set("events", JsonArray.Of(page.Items.Select(happened => HistoryEventJson.Write(happened, withData))))
            .SetIfPresent("nextToken", pages.Write(question, page.Next))
            .Build();
    }
}
