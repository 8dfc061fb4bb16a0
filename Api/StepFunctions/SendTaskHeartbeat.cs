using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>A callback: the task is alive.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskHeartbeat.html">SendTaskHeartbeat</seealso>
internal sealed class SendTaskHeartbeat(IExecutionService executions) : IAction
{
    public string Name => nameof(SendTaskHeartbeat);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var token = fields.Text("taskToken", 1, Bounds.TaskToken);
        fields.Check();

        await executions.SendTaskHeartbeatAsync(token, cancellationToken);
        return JsonObject.Empty;
    }
}
