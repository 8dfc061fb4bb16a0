using Microsoft.Extensions.Logging;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Resources;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>Has whatever a task's handler logs say which execution, state and task it works for.</summary>
public sealed class ScopedTaskRouter(ITaskRouter inner, ILogger<ScopedTaskRouter> logger) : ITaskRouter
{
    /// <inheritdoc/>
    public async ValueTask<TaskOutcome> InvokeAsync(TaskCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var scope = new Dictionary<string, object>
        {
            [LogScopes.ExecutionArn] = call.Execution.ExecutionArn,
            [LogScopes.StateName] = call.Request.StateName,
            [LogScopes.RetryCount] = call.Request.RetryCount,
        };
        if (AttemptName.TryParse(call.Execution.Name, out var taskId, out _))
        {
            scope[LogScopes.TaskId] = taskId;
        }

        using var held = logger.BeginScope(scope);
        return await inner.InvokeAsync(call, cancellationToken);
    }
}
