using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>An effect that waits for the facts behind it to become durable.</summary>
internal readonly record struct PendingEffect(OpenExecution Execution, ExecutionStart Start, Effect Effect);
