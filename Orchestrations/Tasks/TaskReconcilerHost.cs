using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>Has tasks follow their executions for as long as the host runs: all open ones at start and every so often, and each one when its execution has ended.</summary>
internal sealed class TaskReconcilerHost(
    TaskReconciler reconciler, TaskEndObserver observer, TaskOptions options, TimeProvider time, ILogger<TaskReconcilerHost> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(SweepAsync(stoppingToken), FollowAsync(stoppingToken));

    private async Task SweepAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(options.ReconciliationInterval, time);
        do
        {
#pragma warning disable CA1031 // Said in the log, and tried again the next time.
            try
            {
                await reconciler.ReconcileAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(e, "The open tasks could not be compared with their executions.");
            }
#pragma warning restore CA1031
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
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
