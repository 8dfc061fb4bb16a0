using TaskOrchestration.Api.StepFunctions.Definitions;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Shows an alias.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachineAlias.html">DescribeStateMachineAlias</seealso>
internal sealed class DescribeStateMachineAlias(StateMachineCatalog catalog) : IAction
{
    public string Name => nameof(DescribeStateMachineAlias);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.ArnText("stateMachineAliasArn");
        fields.Check();

        var named = Arn.OfAlias(arn);
        var alias = await catalog.Aliases.DescribeAsync(named.Machine, named.Alias!, cancellationToken);
        return new JsonObjectBuilder(6)
            .Set("stateMachineAliasArn", Json.Of(QualifiedArn.OfAlias(named.Machine, alias.Name)))
            .Set("name", Json.Of(alias.Name))
            .SetIfPresent("description", alias.Description)
            .Set("routingConfiguration", RoutingConfiguration.Write(named.Machine, alias.Routes))
            .Set("creationDate", EpochSeconds.Of(alias.CreationDate))
            .Set("updateDate", EpochSeconds.Of(alias.UpdateDate))
            .Build();
    }
}
