using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Orchestrations.Activities;

/// <summary>Where a host's driver keeps no tasks for workers.</summary>
public sealed class NoActivityTasks(ActivityCatalog activities) : IActivityTasks
{
    /// <inheritdoc/>
    public async ValueTask<HandedTask?> TakeAsync(string activityArn, string? worker, CancellationToken cancellationToken = default)
    {
        await activities.DescribeAsync(activityArn, cancellationToken);
        throw new RefusedException(Refusal.Unavailable, "This host keeps no tasks for the workers of activities.");
    }
}
