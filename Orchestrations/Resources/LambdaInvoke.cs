using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary><c>arn:aws:states:::lambda:invoke</c>: calls a function by name and wraps what it answers.</summary>
/// <remarks>
/// A Payload that is a text is the JSON text of the function's input, as Lambda has it; no Payload reaches the function as an empty object. With
/// InvocationType <c>Event</c> the function is called all the same before the task succeeds (nothing is done that a crash could lose), but what it
/// answers is dropped; with <c>DryRun</c> it is not called.
/// </remarks>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html">Invoke an AWS Lambda function with Step Functions</seealso>
public sealed class LambdaInvoke(FunctionCalls functions) : IServiceIntegration
{
    /// <inheritdoc/>
    public string Service => "lambda";

    /// <inheritdoc/>
    public string Action => "invoke";

    /// <inheritdoc/>
    public async ValueTask<TaskOutcome> PerformAsync(TaskResource.Integration resource, TaskCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(call);
        if (resource.Pattern is IntegrationPattern.Sync or IntegrationPattern.Sync2)
        {
            return new TaskOutcome.Failed(new(
                TaskRouter.UnsupportedResource,
                $"'{resource.Text}': expected lambda:invoke or lambda:invoke.waitForTaskToken, a function has no job to wait for."));
        }

        if (!LambdaInvokeParameters.TryRead(call, out var parameters, out var problem))
        {
            return new TaskOutcome.Failed(problem);
        }

        var outcome = await CallAsync(parameters, call, cancellationToken);
        return outcome is TaskOutcome.Succeeded done && resource.Pattern == IntegrationPattern.WaitForTaskToken
            ? new TaskOutcome.Submitted(done.Output)
            : outcome;
    }

    private async ValueTask<TaskOutcome> CallAsync(LambdaInvokeParameters parameters, TaskCall call, CancellationToken cancellationToken)
    {
        if (parameters.InvocationType == LambdaInvokeParameters.DryRun)
        {
            return new TaskOutcome.Succeeded(LambdaInvokeResponse.Of(parameters.Function, payload: null, statusCode: 204, call));
        }

        var outcome = await functions.CallByServiceAsync(parameters.Function, parameters.Payload, call, cancellationToken);
        return (outcome, parameters.InvocationType) switch
        {
            (TaskOutcome.Failed { Failure.Error: FunctionNotFound.Error }, _) => outcome,
            (_, LambdaInvokeParameters.Event) =>
                new TaskOutcome.Succeeded(LambdaInvokeResponse.Of(parameters.Function, payload: null, statusCode: 202, call)),
            (TaskOutcome.Succeeded done, _) =>
                new TaskOutcome.Succeeded(LambdaInvokeResponse.Of(parameters.Function, done.Output, statusCode: 200, call)),
            (TaskOutcome.Failed failed, _) => new TaskOutcome.Failed(failed.Failure with { Cause = WithoutWhiteSpace(failed.Failure.Cause) }),
            _ => outcome,
        };
    }

    /// <summary>The service reads a function's error payload and writes it anew; called by its ARN, a function's own text is the cause.</summary>
    private static string? WithoutWhiteSpace(string? cause)
    {
        if (cause is null || !cause.StartsWith('{'))
        {
            return cause;
        }

        try
        {
            return Json.Parse(cause).ToString();
        }
        catch (JsonSyntaxException)
        {
            // A cause may begin like JSON and be none; then it stays the text it is.
            return cause;
        }
    }
}
