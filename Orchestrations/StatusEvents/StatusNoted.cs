namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>Something was noted about an execution.</summary>
/// <param name="executionArn">The execution.</param>
public sealed class StatusNoted(string executionArn) : EventArgs
{
    /// <summary>The execution.</summary>
    public string ExecutionArn { get; } = executionArn;
}
