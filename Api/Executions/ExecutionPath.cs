namespace TaskOrchestration.Api.Executions;

/// <summary>Which execution.</summary>
internal sealed record ExecutionPath : ExecutionReference;
