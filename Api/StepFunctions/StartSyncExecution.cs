using TaskOrchestration.Api.StepFunctions.Testing;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Runs an EXPRESS execution and answers when it has ended. However it ended, the answer is a success of the protocol.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html">StartSyncExecution</seealso>
internal sealed class StartSyncExecution(IExecutionService executions, TestCaseStarts testCases) : IAction
{
    private const int BilledMemory = 64;
    private const int BilledStep = 100;

    public string Name => nameof(StartSyncExecution);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var withData = fields.WithData();
        var (start, trace) = StartFields.Read(fields);

        var ended = await executions.StartSyncAsync(await testCases.ResolveAsync(start, cancellationToken), cancellationToken);
        var stopDate = ended.Summary.StopDate ?? ended.Summary.StartDate;
        return new JsonObjectBuilder(14)
            .SetSummary(ended.Summary)
            .Set("stopDate", EpochSeconds.Of(stopDate))
            .SetInput(ended, withData)
            .SetOutput(ended, withData)
            .Set("outputDetails", ExecutionJson.Included(withData))
            .SetFailure(ended)
            .SetIfPresent("traceHeader", trace)
            .Set("billingDetails", Bill(stopDate - ended.Summary.StartDate))
            .Build();
    }

    private static JsonObject Bill(TimeSpan duration) => JsonObject.Of(
        ("billedMemoryUsedInMB", Json.Of(BilledMemory)),
        ("billedDurationInMilliseconds", Json.Of(Math.Max(1, (long)Math.Ceiling(duration.TotalMilliseconds / BilledStep)) * BilledStep)));
}
