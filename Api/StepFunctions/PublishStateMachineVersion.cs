using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Publishes the current revision of a machine as a version. One that is published already is the answer itself.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_PublishStateMachineVersion.html">PublishStateMachineVersion</seealso>
internal sealed class PublishStateMachineVersion(StateMachineCatalog catalog) : IAction
{
    public string Name => nameof(PublishStateMachineVersion);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.ArnText("stateMachineArn");
        var revisionId = fields.OptionalText("revisionId", 0, int.MaxValue);
        var description = fields.OptionalText("description", 0, Bounds.VersionDescription);
        fields.Check();

        var machine = Arn.OfStateMachine(arn);
        var version = await catalog.Versions.PublishAsync(machine, revisionId, description, cancellationToken);
        return JsonObject.Of(
            ("creationDate", EpochSeconds.Of(version.CreationDate)),
            ("stateMachineVersionArn", Json.Of(QualifiedArn.OfVersion(machine, version.Number))));
    }
}
