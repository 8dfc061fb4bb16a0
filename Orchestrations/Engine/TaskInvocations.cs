using System.Diagnostics;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Calls of the router that never throw: an exception that gets out of it fails the task.</summary>
internal static class TaskInvocations
{
    public static ValueTask<TaskOutcome> Begin(ITaskRouter router, TaskCall call, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031, CA2012 // Whatever is thrown becomes the task's failure; the value task is handed on, once.
        try
        {
            return router.InvokeAsync(call, cancellationToken);
        }
        catch (Exception e)
        {
            return ValueTask.FromResult(FailureOf(e));
        }
#pragma warning restore CA1031, CA2012
    }

    public static async Task<TaskOutcome> EndAsync(ValueTask<TaskOutcome> invocation)
    {
#pragma warning disable CA1031 // Whatever is thrown becomes the task's failure.
        try
        {
            return await invocation;
        }
        catch (Exception e)
        {
            return FailureOf(e);
        }
#pragma warning restore CA1031
    }

    /// <summary>What an outcome is to the execution.</summary>
    public static Fact FactOf(TaskOutcome outcome, DateTimeOffset at, long task) => outcome switch
    {
        TaskOutcome.Succeeded succeeded => new Fact.TaskSucceeded(at, task, succeeded.Output),
        TaskOutcome.Failed failed => new Fact.TaskFailed(at, task, failed.Failure),
        TaskOutcome.Submitted submitted => new Fact.TaskSubmitted(at, task, submitted.Output),
        _ => throw new UnreachableException($"no fact for {outcome.GetType().Name}"),
    };

    private static TaskOutcome FailureOf(Exception e) =>
        new TaskOutcome.Failed(e is TaskFailureException known ? known.Failure : new Failure(e.GetType().Name, e.Message));
}
