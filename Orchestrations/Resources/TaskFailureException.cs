using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>Fails a task with exactly this error and cause, for handlers that relay a failure from elsewhere.</summary>
public sealed class TaskFailureException(Failure failure) : Exception(failure?.Cause ?? failure?.Error)
{
    /// <summary>The error and the cause.</summary>
    public Failure Failure { get; } = failure;
}
