using TaskOrchestration.Api.StepFunctions.Testing;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Starts an execution. The same name and input again, while it runs, give the same answer again.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html">StartExecution</seealso>
internal sealed class StartExecution(IExecutionService executions, TestCaseStarts testCases) : IAction
{
    public string Name => nameof(StartExecution);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var start = await testCases.ResolveAsync(StartFields.Read(new RequestFields(request)).Start, cancellationToken);
        var started = await executions.StartAsync(start, cancellationToken);
        return JsonObject.Of(("executionArn", Json.Of(started.ExecutionArn)), ("startDate", EpochSeconds.Of(started.StartDate)));
    }
}
