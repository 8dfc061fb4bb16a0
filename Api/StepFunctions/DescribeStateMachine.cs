using TaskOrchestration.Api.StepFunctions.Definitions;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Shows a machine at its current revision, or one of its versions.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachine.html">DescribeStateMachine</seealso>
internal sealed class DescribeStateMachine(StateMachineCatalog catalog) : IAction
{
    public string Name => nameof(DescribeStateMachine);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.ArnText("stateMachineArn");
        var withData = fields.WithData();
        fields.Check();

        var machine = await catalog.DescribeAsync(Arn.OfStateMachine(arn), cancellationToken);
        return new JsonObjectBuilder(12)
            .SetSubstance(machine, withData)
            .SetIfPresent("description", machine.Description)
            .Set("status", Json.Of(machine.Status == StateMachineStatus.Active ? "ACTIVE" : "DELETING"))
            .Set("type", Json.Of(machine.Type.InWordsOfAws()))
            .Set("creationDate", EpochSeconds.Of(machine.CreationDate))
            .Build();
    }
}
