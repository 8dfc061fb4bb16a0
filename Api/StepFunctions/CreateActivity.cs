using TaskOrchestration.Api.StepFunctions.Definitions;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Creates an activity; the same wish again gives the activity that is there.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateActivity.html">CreateActivity</seealso>
internal sealed class CreateActivity(ActivityCatalog activities) : IAction
{
    public string Name => nameof(CreateActivity);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var name = fields.Text("name", 1, Bounds.Name);
        var configuration = Configuration.Read(fields);
        var tags = Tags.Count(fields);
        fields.Check();

        ResourceName.Check(name);
        configuration.Check();
        if (tags > Bounds.Tags)
        {
            throw AwsErrors.TooManyTags(name);
        }

        var created = await activities.CreateAsync(name, configuration.Encryption ?? Configuration.OwnedKey, cancellationToken);
        return JsonObject.Of(("activityArn", Json.Of(created.Arn)), ("creationDate", EpochSeconds.Of(created.CreationDate)));
    }
}
