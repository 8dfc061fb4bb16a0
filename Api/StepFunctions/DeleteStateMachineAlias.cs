using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Deletes an alias. One that is not there is no error.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DeleteStateMachineAlias.html">DeleteStateMachineAlias</seealso>
internal sealed class DeleteStateMachineAlias(StateMachineCatalog catalog) : IAction
{
    public string Name => nameof(DeleteStateMachineAlias);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.ArnText("stateMachineAliasArn");
        fields.Check();

        var named = Arn.OfAlias(arn);
        await catalog.Aliases.DeleteAsync(named.Machine, named.Alias!, cancellationToken);
        return JsonObject.Empty;
    }
}
