using TaskOrchestration.Api.StepFunctions.Definitions;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Shows a machine as it was when an execution of it began; of the child of a Map Run, the part of it that the child runs.</summary>
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
        var label = machine.Arn.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? machine.Arn[(slash + 1)..] : null;
        var mapRun = label is null ? null : (await executions.DescribeAsync(arn, cancellationToken)).Summary.MapRunArn;
        return new JsonObjectBuilder(12)
            .SetSubstance(machine, withData)
            .SetIfPresent("mapRunArn", mapRun)
            .SetIfPresent("label", label)
            .Set("updateDate", EpochSeconds.Of(machine.UpdateDate))
            .Build();
    }
}
