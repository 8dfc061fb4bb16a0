namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>Whether anybody reads the scopes of log messages, and what is in them.</summary>
/// <param name="AreRead">Whether it is worth to make them.</param>
public sealed record LogScopes(bool AreRead)
{
    /// <summary>The execution that a message is about.</summary>
    public const string ExecutionArn = nameof(ExecutionArn);

    /// <summary>The state.</summary>
    public const string StateName = nameof(StateName);

    /// <summary>How many attempts went before.</summary>
    public const string RetryCount = nameof(RetryCount);

    /// <summary>The task that people follow.</summary>
    public const string TaskId = nameof(TaskId);
}
