using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Has an execution that did not succeed go on from the states that did not.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_RedriveExecution.html">RedriveExecution</seealso>
internal sealed class RedriveExecution(IExecutionService executions) : IAction
{
    public string Name => nameof(RedriveExecution);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.ArnText("executionArn");
        var token = fields.OptionalText("clientToken", 1, Bounds.ClientToken);
        fields.Check();

        if (token?.Any(letter => letter is < '!' or > '~') == true)
        {
            throw AwsErrors.Validation("1 validation error detected: Value at 'clientToken' failed to satisfy constraint: Member must satisfy regular expression pattern: [!-~]+");
        }

        var redriveDate = await executions.RedriveAsync(Arn.OfExecution(arn), token, cancellationToken);
        return JsonObject.Of(("redriveDate", EpochSeconds.Of(redriveDate)));
    }
}
