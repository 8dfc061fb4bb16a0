using TaskOrchestration.Api.StepFunctions.Definitions;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Lists the tags of a machine or an activity.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListTagsForResource.html">ListTagsForResource</seealso>
internal sealed class ListTagsForResource(TaggedResources resources) : IAction
{
    public string Name => nameof(ListTagsForResource);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.ArnText("resourceArn");
        fields.Check();

        var tags = await resources.ListAsync(Arn.OfTaggedResource(arn), cancellationToken);
        return JsonObject.Of(("tags", JsonArray.Of(tags.Select(tag => JsonObject.Of(("key", Json.Of(tag.Key)), ("value", Json.Of(tag.Value)))))));
    }
}
