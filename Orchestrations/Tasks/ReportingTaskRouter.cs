using Microsoft.Extensions.Logging;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>Has every step of a task's execution report, and of the children of its Map Runs, whatever serves it. An execution that belongs to no task is known by its name and costs nothing.</summary>
/// <remarks>A report that cannot be taken down does not keep the step from its work: what a task shows then is late, and its end is never lost.</remarks>
internal sealed class ReportingTaskRouter(ITaskRouter router, ITaskReports reports, ILogger<ReportingTaskRouter> logger) : ITaskRouter
{
    /// <inheritdoc/>
    public ValueTask<TaskOutcome> InvokeAsync(TaskCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        return AttemptName.TryParse(call.Execution.RunName, out _, out _) ? ReportAsync(call, cancellationToken) : router.InvokeAsync(call, cancellationToken);
    }

    private async ValueTask<TaskOutcome> ReportAsync(TaskCall call, CancellationToken cancellationToken)
    {
        await TryReportAsync(call, subjectId: null, cancellationToken);
        var outcome = await router.InvokeAsync(call, cancellationToken);
        if (SubjectOf(outcome) is { } subject)
        {
            await TryReportAsync(call, subject, cancellationToken);
        }

        return outcome;
    }

    private async ValueTask TryReportAsync(TaskCall call, string? subjectId, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // Whatever keeps a report from being taken down is said in the log, and the step goes on.
        try
        {
            await reports.ReportAsync(
                new TaskReport
                {
                    ExecutionName = call.Execution.RunName,
                    StateName = call.Request.StateName,
                    Token = call.Request.IdempotencyToken,
                    SubjectId = subjectId,
                },
                cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(e, "What {State} of {Execution} reports to its task was not taken down.", call.Request.StateName, call.Execution.ExecutionArn);
        }
#pragma warning restore CA1031
    }

    private static string? SubjectOf(TaskOutcome outcome)
    {
        var output = (outcome as TaskOutcome.Succeeded)?.Output as JsonObject;
        var record = output?["Payload"] as JsonObject ?? output;
        return (record?["orderId"] ?? record?["transactionId"]) is JsonString { Value.Length: > 0 } id ? id.Value : null;
    }
}
