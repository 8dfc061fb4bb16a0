namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>An execution was purged while somebody read its facts.</summary>
public sealed class ExecutionPurgedException(string executionArn) : Exception($"expected the facts of '{executionArn}', found that it has been purged")
{
    /// <summary>The execution.</summary>
    public string ExecutionArn { get; } = executionArn;
}
