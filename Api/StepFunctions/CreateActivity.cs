using TaskOrchestration.Api.StepFunctions.Definitions;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Creates an activity; the same wish again gives the activity that is there.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateActivity.html">CreateActivity</seealso>
internal sealed class CreateActivity(ActivityCatalog activities, StateMachineCatalog catalog) : IAction
{
    public string Name => nameof(CreateActivity);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var name = fields.Text("name", 1, Bounds.Name);
        var configuration = Configuration.Read(fields);
        var tags = Tags.Read(fields);
        fields.Check();

        ResourceName.Check(name);
        configuration.Check();
        Tags.Check(tags, name);
        var created = await activities.CreateAsync(name, configuration.Encryption ?? Configuration.OwnedKey, cancellationToken);

        // Once more where the activity is there already: whoever asks again may do so because the server was killed before it had come this far.
        await catalog.Tags.BeginAsync(created.Arn, created.CreationDate, tags, cancellationToken);
        return JsonObject.Of(("activityArn", Json.Of(created.Arn)), ("creationDate", EpochSeconds.Of(created.CreationDate)));
    }
}
