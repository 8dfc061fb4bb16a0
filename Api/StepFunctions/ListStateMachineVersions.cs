using TaskOrchestration.Api.Listing;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Lists the versions of a machine, newest first, page by page.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListStateMachineVersions.html">ListStateMachineVersions</seealso>
internal sealed class ListStateMachineVersions(StateMachineCatalog catalog, PageTokens pages) : IAction
{
    public string Name => nameof(ListStateMachineVersions);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.ArnText("stateMachineArn");
        var size = fields.PageSize();
        var token = fields.NextToken();
        fields.Check();

        var machine = Arn.OfStateMachine(arn);
        var question = $"{Name} {machine}";
        var page = await catalog.Versions.ListAsync(machine, size, pages.Read(question, token), cancellationToken);
        return new JsonObjectBuilder(2)
            .Set("stateMachineVersions", JsonArray.Of(page.Items.Select(version => JsonObject.Of(
                ("stateMachineVersionArn", Json.Of(QualifiedArn.OfVersion(machine, version.Number))),
                ("creationDate", EpochSeconds.Of(version.CreationDate))))))
            .SetIfPresent("nextToken", pages.Write(question, page.Next))
            .Build();
    }
}
