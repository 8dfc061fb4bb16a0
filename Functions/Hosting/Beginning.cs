using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.Orchestrations.Workflows;

namespace TaskOrchestration.Functions.Hosting;

/// <summary>What has to be there before work can begin: the workflows and schedules that come with the program, and an admin's first key.</summary>
/// <remarks>
/// Every instance sees to it when it starts; several at once change nothing more than one. While the storage account cannot be reached (just after a deployment
/// the identity's roles take some minutes), it is tried again, and the host is not ready.
/// </remarks>
internal sealed class Beginning(
    LateExecutions late,
    IExecutionService executions,
    IMapRunService mapRuns,
    StateMachineCatalog catalog,
    ScheduleService schedules,
    FirstAdminKey firstKey,
    TimeProvider time,
    ILogger<Beginning> logger)
    : BackgroundService, IHealthCheck
{
    private const string Role = "arn:aws:iam::123456789012:role/taskorch";

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private volatile bool isDone;

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(isDone ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The workflows that come with the program are not in place yet."));

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        late.Open(executions, mapRuns);
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = ShortestPause;
        while (!await TryAsync(stoppingToken))
        {
            await Task.Delay(pause, time, stoppingToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }

        isDone = true;
    }

    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SeedWorkflows.RegisterAsync(catalog, Role, cancellationToken);
            await schedules.SeedAsync(cancellationToken);
            await firstKey.MakeAsync(cancellationToken);
            return true;
        }
#pragma warning disable CA1031 // It is logged and tried again; until then the host says that it is not ready.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.LogError(e, "What comes with the program could not be put in place; it is tried again");
            return false;
        }
    }
}
