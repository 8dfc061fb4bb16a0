using TaskOrchestration.Api.StepFunctions.Definitions;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Changes where an alias leads, or what is said about it.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_UpdateStateMachineAlias.html">UpdateStateMachineAlias</seealso>
internal sealed class UpdateStateMachineAlias(StateMachineCatalog catalog) : IAction
{
    public string Name => nameof(UpdateStateMachineAlias);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.ArnText("stateMachineAliasArn");
        var description = fields.OptionalText("description", 0, Bounds.AliasDescription);
        var routing = RoutingConfiguration.Read(fields);
        fields.Check();

        var named = Arn.OfAlias(arn);
        if (description is null && routing is null)
        {
            throw AwsErrors.Validation("Either the description or the routing configuration must be specified", "MISSING_REQUIRED_PARAMETER");
        }

        var alias = await catalog.Aliases.UpdateAsync(named.Machine, named.Alias!, description, RoutesOf(named.Machine, routing), cancellationToken);
        return JsonObject.Of(("updateDate", EpochSeconds.Of(alias.UpdateDate)));
    }

    private static ValueList<AliasRoute>? RoutesOf(string machine, RoutingConfiguration? routing)
    {
        if (routing is null)
        {
            return null;
        }

        var (routed, routes) = routing.Resolve();
        return routed == machine
            ? routes
            : throw AwsErrors.InvalidRoutingConfiguration($"Routing configuration must contain versions of the state machine of the alias. Received: [{string.Join(", ", routing.Items.Select(item => item.Arn))}]");
    }
}
