namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>An execution that has begun, durably if its machine is STANDARD.</summary>
public sealed record StartedExecution(string ExecutionArn, DateTimeOffset StartDate);
