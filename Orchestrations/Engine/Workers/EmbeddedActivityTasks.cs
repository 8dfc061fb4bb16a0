using TaskOrchestration.Orchestrations.Activities;

namespace TaskOrchestration.Orchestrations.Engine.Workers;

/// <summary>The tasks of activities on the embedded engine.</summary>
internal sealed class EmbeddedActivityTasks(ActivityCatalog activities, EngineWorkers workers) : IActivityTasks
{
    /// <inheritdoc/>
    public async ValueTask<HandedTask?> TakeAsync(string activityArn, string? worker, CancellationToken cancellationToken = default)
    {
        await activities.DescribeAsync(activityArn, cancellationToken);
        return await workers.TakeAsync(activityArn, worker, cancellationToken);
    }
}
