using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Shows an execution as it stands.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html">DescribeExecution</seealso>
internal sealed class DescribeExecution(IExecutionService executions) : IAction
{
    public string Name => nameof(DescribeExecution);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.ArnText("executionArn");
        var withData = fields.WithData();
        fields.Check();

        var execution = await executions.DescribeAsync(Arn.OfExecution(arn), cancellationToken);
        return new JsonObjectBuilder(16)
            .SetSummary(execution.Summary)
            .SetInput(execution, withData)
            .SetOutput(execution, withData)
            .SetIfPresent("mapRunArn", execution.Summary.MapRunArn)
            .SetIfPresent("outputDetails", execution.Output is null ? null : ExecutionJson.Included(withData))
            .SetFailure(execution)
            .SetRedrives(execution.Summary)
            .Set("redriveStatus", Json.Of(execution.RedriveStatus.InWordsOfAws()))
            .SetIfPresent("redriveStatusReason", execution.RedriveStatusReason)
            .Build();
    }
}
