using System.Diagnostics;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.Support.Durable.Hubs;

namespace TaskOrchestration.Functions.Tests.Conformance;

/// <summary>Does the tasks of a case as the case says; each takes as long as it says.</summary>
internal sealed class TimedTasks(Func<TaskRequest, TaskReport> perform) : ITaskRouter
{
    /// <inheritdoc/>
    public ValueTask<TaskOutcome> InvokeAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var report = perform(call.Request);
        ActivityCall.Current!.Duration = report.After;
        return ValueTask.FromResult<TaskOutcome>(report.Fact?.Invoke(default) switch
        {
            Fact.TaskSucceeded succeeded => new TaskOutcome.Succeeded(succeeded.Output),
            Fact.TaskFailed failed => new TaskOutcome.Failed(failed.Failure),
            Fact.TaskSubmitted submitted => new TaskOutcome.Submitted(submitted.Output),
            var other => throw new UnreachableException($"expected a task that reports, found {other}"),
        });
    }
}
