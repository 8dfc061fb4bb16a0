using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>Has each task follow its execution as soon as that has ended, for as long as the host runs.</summary>
internal sealed class TaskEndFollower(TaskReconciler reconciler, TaskEndObserver observer, ILogger<TaskEndFollower> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var taskId in observer.TaskIds.ReadAllAsync(stoppingToken))
        {
#pragma warning disable CA1031 // Said in the log, and tried again with the next sweep.
            try
            {
                await reconciler.ReconcileAsync(taskId, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(e, "Task {TaskId} could not be read when its execution had ended.", taskId);
            }
#pragma warning restore CA1031
        }
    }
}
