using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>What the end of an execution is to its task.</summary>
internal static class TaskRunEnd
{
    /// <summary>How deep nested executions are looked into for the failure behind a failure.</summary>
    private const int Depth = 8;

    /// <summary>The status that says the same of a task.</summary>
    public static TrackedStatus StatusOf(ExecutionDescription execution) => execution.Summary.Status switch
    {
        ExecutionStatus.Succeeded => TrackedStatus.Succeeded,
        ExecutionStatus.Aborted => TrackedStatus.Cancelled,
        ExecutionStatus.Running => TrackedStatus.Running,
        _ => TrackedStatus.Failed,
    };

    /// <summary>Why it ended. The failure of a nested execution comes wrapped in its description; what counts is inside.</summary>
    public static TaskFailure? FailureOf(ExecutionDescription execution)
    {
        var failure = execution.Failure;
        for (var depth = 0; depth < Depth && NestedIn(failure) is { } nested; depth++)
        {
            failure = new Failure((nested["Error"] as JsonString)?.Value, (nested["Cause"] as JsonString)?.Value);
        }

        return failure is null && execution.Summary.Status == ExecutionStatus.TimedOut
            ? new TaskFailure(Failure.Timeout, "The execution took too long.")
            : failure is null ? null : new TaskFailure(failure.Error, failure.Cause);
    }

    /// <summary>The ARN of the nested execution that a failure tells of.</summary>
    public static string? NestedExecutionArn(Failure? failure) => (NestedIn(failure)?["ExecutionArn"] as JsonString)?.Value;

    private static JsonObject? NestedIn(Failure? failure)
    {
        if (failure is not { Error: Failure.TaskFailed, Cause: ['{', ..] cause })
        {
            return null;
        }

        try
        {
            return Json.Parse(cause) is JsonObject description && description.Contains("ExecutionArn") && description.Contains("Status") ? description : null;
        }
        catch (JsonSyntaxException)
        {
            // A cause may begin like JSON and be none; then it is the failure's own.
            return null;
        }
    }
}
