using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Shows an activity.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeActivity.html">DescribeActivity</seealso>
internal sealed class DescribeActivity(ActivityCatalog activities) : IAction
{
    public string Name => nameof(DescribeActivity);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.ArnText("activityArn");
        fields.Check();

        var activity = await activities.DescribeAsync(Arn.OfActivity(arn), cancellationToken);
        return new JsonObjectBuilder(4)
            .Set("activityArn", Json.Of(activity.Arn))
            .Set("name", Json.Of(activity.Name))
            .Set("creationDate", EpochSeconds.Of(activity.CreationDate))
            .SetIfPresent("encryptionConfiguration", activity.EncryptionConfiguration)
            .Build();
    }
}
