using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>What a search has come to so far.</summary>
/// <param name="Items">The executions, newest first.</param>
/// <param name="Next">The cursor that searches on, or null when all were looked at.</param>
/// <param name="Examined">How many were looked at.</param>
/// <param name="ExaminedTo">When the last one looked at began; null if none was.</param>
public sealed record ExecutionsFound(ValueList<ExecutionSummary> Items, string? Next, int Examined, DateTimeOffset? ExaminedTo);
