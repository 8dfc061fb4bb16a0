using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>An observation that waits for the fact behind it to become durable.</summary>
internal readonly record struct PendingObservation(ObservedExecution Execution, ExecutionObservation Observation);
