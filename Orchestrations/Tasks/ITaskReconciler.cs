namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>Compares tasks with their executions and repairs what contradicts.</summary>
public interface ITaskReconciler
{
    /// <summary>Looks at all tasks that have not ended. One that cannot be repaired now keeps no other from being looked at.</summary>
    /// <returns>How many were repaired.</returns>
    ValueTask<int> ReconcileAsync(CancellationToken cancellationToken = default);
}
