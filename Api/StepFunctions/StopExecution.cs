using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Stops an execution. One that has ended already stays as it is.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StopExecution.html">StopExecution</seealso>
internal sealed class StopExecution(IExecutionService executions) : IAction
{
    public string Name => nameof(StopExecution);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.ArnText("executionArn");
        var error = fields.OptionalText("error", 0, Bounds.Error, secret: true);
        var cause = fields.OptionalText("cause", 0, Bounds.Cause, secret: true);
        fields.Check();

        var stopDate = await executions.StopAsync(Arn.OfExecution(arn), error, cause, cancellationToken);
        return JsonObject.Of(("stopDate", EpochSeconds.Of(stopDate)));
    }
}
