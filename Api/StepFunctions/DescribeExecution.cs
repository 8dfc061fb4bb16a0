using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Shows an execution as it stands.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html">DescribeExecution</seealso>
internal sealed class DescribeExecution(IExecutionService executions, TimeProvider time) : IAction
{
    public string Name => nameof(DescribeExecution);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.ArnText("executionArn");
        var withData = fields.WithData();
        fields.Check();

        var execution = await executions.DescribeAsync(Arn.OfExecution(arn), cancellationToken);
        var refusal = Redriving.WhyNot(execution.Summary, time.GetUtcNow());
        return new JsonObjectBuilder(15)
            .SetSummary(execution.Summary)
            .SetInput(execution, withData)
            .SetOutput(execution, withData)
            .SetIfPresent("outputDetails", execution.Output is null ? null : ExecutionJson.Included(withData))
            .SetFailure(execution)
            .Set("redriveCount", Json.Of(0))
            .Set("redriveStatus", Json.Of(refusal is null ? "REDRIVABLE" : "NOT_REDRIVABLE"))
            .SetIfPresent("redriveStatusReason", refusal)
            .Build();
    }
}
