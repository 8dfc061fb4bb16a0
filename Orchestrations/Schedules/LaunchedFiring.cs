namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>What a firing has started.</summary>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="TaskId">The task that follows it, if there is one.</param>
public sealed record LaunchedFiring(string ExecutionArn, string? TaskId = null);
