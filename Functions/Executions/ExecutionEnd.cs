using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Executions;

/// <summary>How an execution ended.</summary>
/// <param name="Status">Where it stands now.</param>
/// <param name="StopDate">When it ended.</param>
/// <param name="Output">What it yielded, if it succeeded.</param>
/// <param name="Failure">Why it ended, if it did not.</param>
/// <param name="EventCount">How many events its history has.</param>
public sealed record ExecutionEnd(ExecutionStatus Status, DateTimeOffset StopDate, Json? Output, Failure? Failure, long EventCount);
