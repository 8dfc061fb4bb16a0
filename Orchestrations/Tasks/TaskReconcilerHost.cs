using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>Compares all open tasks with their executions when the host starts, and every so often.</summary>
internal sealed class TaskReconcilerHost(TaskReconciler reconciler, TaskOptions options, TimeProvider time, ILogger<TaskReconcilerHost> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
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
}
