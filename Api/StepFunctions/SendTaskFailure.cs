using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>A callback: the task has failed.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskFailure.html">SendTaskFailure</seealso>
internal sealed class SendTaskFailure(IExecutionService executions) : IAction
{
    public string Name => nameof(SendTaskFailure);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var token = fields.Text("taskToken", 1, Bounds.TaskToken);
        var error = fields.OptionalText("error", 0, Bounds.Error, secret: true);
        var cause = fields.OptionalText("cause", 0, Bounds.Cause, secret: true);
        fields.Check();

        await executions.SendTaskFailureAsync(token, error, cause, cancellationToken);
        return JsonObject.Empty;
    }
}
