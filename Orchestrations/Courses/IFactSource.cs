namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>Finds the facts of STANDARD executions, wherever the host keeps them.</summary>
public interface IFactSource
{
    /// <summary>The facts of an execution, or null if there is no such execution.</summary>
    ValueTask<IFactLog?> FindAsync(string executionArn, CancellationToken cancellationToken = default);
}
