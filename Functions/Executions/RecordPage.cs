using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Functions.Executions;

/// <summary>A part of a list of executions.</summary>
/// <param name="Records">The executions.</param>
/// <param name="Last">Where it ended, to go on from; null at the end.</param>
public sealed record RecordPage(IReadOnlyList<ExecutionSummary> Records, string? Last);
