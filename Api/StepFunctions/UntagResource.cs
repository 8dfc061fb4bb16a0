using TaskOrchestration.Api.StepFunctions.Definitions;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Takes tags away from a machine or an activity. One that is not there is no error.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_UntagResource.html">UntagResource</seealso>
internal sealed class UntagResource(TaggedResources resources) : IAction
{
    public string Name => nameof(UntagResource);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.ArnText("resourceArn");
        fields.Require("tagKeys");
        var keys = fields.Texts("tagKeys", 1, Bounds.TagKey);
        fields.Check();

        Arn.OfTaggedResource(arn);
        await resources.RemoveAsync(arn, keys!, cancellationToken);
        return JsonObject.Empty;
    }
}
