using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Deletes an activity. One that is not there is no error.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DeleteActivity.html">DeleteActivity</seealso>
internal sealed class DeleteActivity(ActivityCatalog activities, StateMachineCatalog catalog) : IAction
{
    public string Name => nameof(DeleteActivity);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.ArnText("activityArn");
        fields.Check();

        await activities.DeleteAsync(Arn.OfActivity(arn), cancellationToken);
        await catalog.Tags.ForgetAsync(arn, cancellationToken);
        return JsonObject.Empty;
    }
}
