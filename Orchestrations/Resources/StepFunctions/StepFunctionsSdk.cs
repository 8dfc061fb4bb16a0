using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.StepFunctions;

/// <summary><c>aws-sdk:sfn:…</c>: every action that the API of this very server has.</summary>
/// <remarks>An execution that is started without a name gets one that follows from the attempt, so that an attempt that is repeated after a crash starts none twice.</remarks>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_Operations.html">Actions of Step Functions</seealso>
public sealed class StepFunctionsSdk(Func<IStepFunctionsActions?> actions) : IServiceFamily
{
    private static readonly string[] Texts = ["input", "output", "definition", "context", "variables"];

    /// <inheritdoc/>
    public string Service => $"aws-sdk:{AwsService.StepFunctions.SdkName}";

    /// <inheritdoc/>
    public async ValueTask<TaskOutcome?> TryPerformAsync(TaskResource.Integration resource, TaskCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var request = new ServiceRequest(call, isByHand: false);
        if (resource.Pattern is IntegrationPattern.Sync or IntegrationPattern.Sync2 || actions() is not { } available)
        {
            return null;
        }

        try
        {
            var name = $"{char.ToUpperInvariant(resource.Action[0])}{resource.Action[1..]}";
            if (await available.CallAsync(name, Parameters(name, request), cancellationToken) is not { } answer)
            {
                return null;
            }

            var shown = SdkCase.OfAnswer(answer);
            return resource.Pattern == IntegrationPattern.WaitForTaskToken ? new TaskOutcome.Submitted(shown) : new TaskOutcome.Succeeded(shown);
        }
        catch (ServiceException e)
        {
            return new TaskOutcome.Failed(ServiceFailure.Of(e, AwsService.StepFunctions, request));
        }
    }

    private static JsonObject Parameters(string action, ServiceRequest request)
    {
        var parameters = SdkCase.OfParameters(request.Parameters);
        foreach (var name in Texts.Where(name => parameters[name] is not (null or JsonString or JsonNull)))
        {
            parameters = parameters.With(name, Json.Of(parameters[name]!.ToString()));
        }

        return action == "StartExecution" && parameters["name"] is (null or JsonNull) ? parameters.With("name", Json.Of(Digest.IdOf($"execution {request.Attempt}"))) : parameters;
    }
}
