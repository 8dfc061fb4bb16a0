using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Deletes a version to which no alias leads. One that is not there is no error.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DeleteStateMachineVersion.html">DeleteStateMachineVersion</seealso>
internal sealed class DeleteStateMachineVersion(StateMachineCatalog catalog) : IAction
{
    public string Name => nameof(DeleteStateMachineVersion);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.Text("stateMachineVersionArn", 1, Bounds.LongArn);
        fields.Check();

        var version = Arn.OfVersion(arn);
        await catalog.Versions.DeleteAsync(version.Machine, version.Version!.Value, cancellationToken);
        return JsonObject.Empty;
    }
}
