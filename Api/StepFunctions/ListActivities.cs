using TaskOrchestration.Api.Listing;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Lists the activities by name, page by page.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListActivities.html">ListActivities</seealso>
internal sealed class ListActivities(ActivityCatalog activities, PageTokens pages) : IAction
{
    public string Name => nameof(ListActivities);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var size = fields.PageSize();
        var token = fields.NextToken();
        fields.Check();

        var page = await activities.ListAsync(size, pages.Read(Name, token), cancellationToken);
        return new JsonObjectBuilder(2)
            .Set("activities", JsonArray.Of(page.Items.Select(Write)))
            .SetIfPresent("nextToken", pages.Write(Name, page.Next))
            .Build();
    }

    private static JsonObject Write(ActivityRecord activity) => JsonObject.Of(
        ("activityArn", Json.Of(activity.Arn)),
        ("name", Json.Of(activity.Name)),
        ("creationDate", EpochSeconds.Of(activity.CreationDate)));
}
