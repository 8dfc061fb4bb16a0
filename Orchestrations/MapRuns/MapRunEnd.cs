using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.MapRuns;

/// <summary>How a Map Run ended.</summary>
/// <param name="Status">How.</param>
/// <param name="At">When.</param>
/// <param name="Output">What it yielded, if it succeeded.</param>
/// <param name="Failure">Why it failed, if it did.</param>
/// <param name="AreResultsWritten">Whether a ResultWriter has written its results.</param>
public sealed record MapRunEnd(MapRunStatus Status, DateTimeOffset At, Json? Output = null, Failure? Failure = null, bool AreResultsWritten = false);
