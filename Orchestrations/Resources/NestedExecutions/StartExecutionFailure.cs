using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Resources.NestedExecutions;

/// <summary>How <c>states:startExecution</c> fails, in the words of the service.</summary>
internal static class StartExecutionFailure
{
    /// <summary>The child could not be started.</summary>
    /// <param name="code">The error code of the API.</param>
    /// <param name="message">What it says.</param>
    /// <param name="call">The task.</param>
    public static Failure Of(string code, string message, TaskCall call) => new(
        $"StepFunctions.{code}Exception",
        $"{message} (Service: AWSStepFunctions; Status Code: 400; Error Code: {code}; Request ID: {RequestId.Of(call)}; Proxy: null)");

    /// <summary>The child has ended and not succeeded.</summary>
    public static Failure Of(ExecutionDescription child) => new(Failure.TaskFailed, StartExecutionResponse.Ended(child, parsesTexts: false).ToString());
}
