using TaskOrchestration.Api.StepFunctions.Definitions;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Shows a machine as it was when an execution of it began.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachineForExecution.html">DescribeStateMachineForExecution</seealso>
internal sealed class DescribeStateMachineForExecution(IExecutionService executions) : IAction
{
    public string Name => nameof(DescribeStateMachineForExecution);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.ArnText("executionArn");
        var withData = fields.WithData();
        fields.Check();

        var machine = await executions.DescribeStateMachineAsync(Arn.OfExecution(arn), cancellationToken);
        return new JsonObjectBuilder(10)
            .SetSubstance(machine, withData)
            .Set("updateDate", EpochSeconds.Of(machine.UpdateDate))
            .Build();
    }
}
