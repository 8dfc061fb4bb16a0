using Microsoft.Extensions.Logging;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <inheritdoc cref="ITaskReconciler"/>
internal sealed class TaskReconciler(ITaskStore tasks, TaskReconciliation reconciliation, ILogger<TaskReconciler> logger) : ITaskReconciler
{
    private const int PageSize = 100;

    /// <summary>Oldest first, so that what is taken down meanwhile comes at the end.</summary>
    private static readonly TaskQuery Open = new()
    {
        Statuses = [TrackedStatus.Pending, TrackedStatus.Running, TrackedStatus.Waiting],
        Sort = TaskSort.Created,
        IsDescending = false,
    };

    /// <inheritdoc/>
    public async ValueTask<int> ReconcileAsync(CancellationToken cancellationToken = default)
    {
        var repaired = 0;
        string? cursor = null;
        do
        {
            var page = await tasks.ListAsync(Open, PageSize, cursor, cancellationToken);
            foreach (var task in page.Tasks)
            {
                repaired += await TryAgreeAsync(task, cancellationToken) ? 1 : 0;
            }

            cursor = page.Next;
        }
        while (cursor is not null);
        return repaired;
    }

    /// <summary>Looks at one task.</summary>
    public async ValueTask ReconcileAsync(string taskId, CancellationToken cancellationToken)
    {
        if (await tasks.FindAsync(taskId, cancellationToken) is { } task)
        {
            await TryAgreeAsync(task, cancellationToken);
        }
    }

    private async ValueTask<bool> TryAgreeAsync(TrackedTask task, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // Said in the log, and tried again the next time.
        try
        {
            return (await reconciliation.AgreeAsync(task, cancellationToken)).Version != task.Version;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            logger.LogError(e, "Task {TaskId} could not be made to agree with its execution.", task.TaskId);
            return false;
        }
#pragma warning restore CA1031
    }
}
