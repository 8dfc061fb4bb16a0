using TaskOrchestration.Api.Listing;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Lists the aliases of a machine, or those that lead to one of its versions, by name and page by page.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListStateMachineAliases.html">ListStateMachineAliases</seealso>
internal sealed class ListStateMachineAliases(StateMachineCatalog catalog, PageTokens pages) : IAction
{
    public string Name => nameof(ListStateMachineAliases);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.ArnText("stateMachineArn");
        var size = fields.PageSize();
        var token = fields.NextToken();
        fields.Check();

        var named = QualifiedArn.Read(Arn.OfStateMachine(arn));
        if (named.Alias is not null)
        {
            throw AwsErrors.StateMachineDoesNotExist(arn);
        }

        var question = $"{Name} {arn}";
        var page = await catalog.Aliases.ListAsync(named.Machine, named.Version, size, pages.Read(question, token), cancellationToken);
        return new JsonObjectBuilder(2)
            .Set("stateMachineAliases", JsonArray.Of(page.Items.Select(alias => JsonObject.Of(
                ("stateMachineAliasArn", Json.Of(QualifiedArn.OfAlias(named.Machine, alias.Name))),
                ("creationDate", EpochSeconds.Of(alias.CreationDate))))))
            .SetIfPresent("nextToken", pages.Write(question, page.Next))
            .Build();
    }
}
