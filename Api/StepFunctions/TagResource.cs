using TaskOrchestration.Api.StepFunctions.Definitions;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Adds tags to a machine or an activity, in place of those of the same keys.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_TagResource.html">TagResource</seealso>
internal sealed class TagResource(TaggedResources resources) : IAction
{
    public string Name => nameof(TagResource);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.ArnText("resourceArn");
        fields.Require("tags");
        var tags = Tags.Read(fields);
        fields.Check();

        Arn.OfTaggedResource(arn);
        Tags.Check(tags, arn);
        await resources.AddAsync(arn, tags, cancellationToken);
        return JsonObject.Empty;
    }
}
