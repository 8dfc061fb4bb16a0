namespace TaskOrchestration.Orchestrations.Engine.Workers;

/// <summary>A task that waits for a worker. What it is about its execution knows.</summary>
internal sealed record QueuedTask(OpenExecution Execution, long Task);
