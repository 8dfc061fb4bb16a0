using TaskOrchestration.Api.StepFunctions.Definitions;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Creates an alias for one or two versions of a machine; the same wish again gives the alias that is there.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachineAlias.html">CreateStateMachineAlias</seealso>
internal sealed class CreateStateMachineAlias(StateMachineCatalog catalog) : IAction
{
    public string Name => nameof(CreateStateMachineAlias);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var description = fields.OptionalText("description", 0, Bounds.AliasDescription);
        var name = AliasName.Read(fields);
        fields.Require("routingConfiguration");
        var routing = RoutingConfiguration.Read(fields);
        fields.Check();

        var (machine, routes) = routing!.Resolve();
        var alias = await catalog.Aliases.CreateAsync(machine, name, description, routes, cancellationToken);
        return JsonObject.Of(("stateMachineAliasArn", Json.Of(QualifiedArn.OfAlias(machine, alias.Name))), ("creationDate", EpochSeconds.Of(alias.CreationDate)));
    }
}
