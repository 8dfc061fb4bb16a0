using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Changes how many children of a Map Run may run at once and how many may fail, while it runs.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_UpdateMapRun.html">UpdateMapRun</seealso>
internal sealed class UpdateMapRun(IMapRunService mapRuns) : IAction
{
    public string Name => nameof(UpdateMapRun);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.MapRunArnText();
        var change = new MapRunChange(
            fields.Integer("maxConcurrency", 0, int.MaxValue),
            fields.Whole("toleratedFailureCount", 0, long.MaxValue),
            fields.Number("toleratedFailurePercentage", 0, 100));
        fields.Check();

        await mapRuns.UpdateAsync(Arn.OfMapRun(arn), change, cancellationToken);
        return JsonObject.Empty;
    }
}
