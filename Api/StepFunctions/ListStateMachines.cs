using TaskOrchestration.Api.Listing;
using TaskOrchestration.Api.StepFunctions.Definitions;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Lists the machines by name, page by page.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListStateMachines.html">ListStateMachines</seealso>
internal sealed class ListStateMachines(StateMachineCatalog catalog, PageTokens pages) : IAction
{
    public string Name => nameof(ListStateMachines);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var size = fields.PageSize();
        var token = fields.NextToken();
        fields.Check();

        var page = await catalog.ListAsync(size, pages.Read(Name, token), cancellationToken);
        return new JsonObjectBuilder(2)
            .Set("stateMachines", JsonArray.Of(page.Items.Select(Write)))
            .SetIfPresent("nextToken", pages.Write(Name, page.Next))
            .Build();
    }

    private static JsonObject Write(StateMachineRecord machine) => JsonObject.Of(
        ("stateMachineArn", Json.Of(machine.Arn)),
        ("name", Json.Of(machine.Name)),
        ("type", Json.Of(machine.Type.InWordsOfAws())),
        ("creationDate", EpochSeconds.Of(machine.CreationDate)));
}
