using System.Text;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>A callback: the task has yielded a result.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html">SendTaskSuccess</seealso>
internal sealed class SendTaskSuccess(IExecutionService executions) : IAction
{
    public string Name => nameof(SendTaskSuccess);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var token = fields.Text("taskToken", 1, Bounds.TaskToken);
        var output = fields.Text("output", 0, Bounds.Payload, secret: true);
        fields.Check();

        // A token that was never given out is told of first, whatever came with it.
        var result = TaskToken.TryParse(token, out _) ? Read(output) : throw AwsErrors.InvalidToken();
        await executions.SendTaskSuccessAsync(token, result, cancellationToken);
        return JsonObject.Empty;
    }

    private static Json Read(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > JsonTexts.MaxBytes)
        {
            throw AwsErrors.InvalidOutput($"expected at most {JsonTexts.MaxBytes} bytes");
        }

        return JsonTexts.TryRead(text, out var output, out var complaint) ? output : throw AwsErrors.InvalidOutput(complaint);
    }
}
