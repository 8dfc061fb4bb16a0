using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Deletes a machine with its versions, aliases and tags. One that is not there is no error.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DeleteStateMachine.html">DeleteStateMachine</seealso>
internal sealed class DeleteStateMachine(StateMachineCatalog catalog) : IAction
{
    public string Name => nameof(DeleteStateMachine);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.ArnText("stateMachineArn");
        fields.Check();

        if (QualifiedArn.Read(Arn.OfStateMachine(arn)).IsQualified)
        {
            throw AwsErrors.Validation($"A version or an alias of a state machine cannot be deleted by this action: '{arn}'");
        }

        await catalog.DeleteAsync(arn, cancellationToken);
        return JsonObject.Empty;
    }
}
