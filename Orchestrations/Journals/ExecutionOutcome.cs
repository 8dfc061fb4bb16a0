using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Journals;

/// <summary>How an execution ended.</summary>
/// <param name="Execution">Its key.</param>
/// <param name="Status">Where it stands now.</param>
/// <param name="StopDate">When it ended.</param>
/// <param name="Output">What it yielded, if it succeeded.</param>
/// <param name="Failure">Why it ended, if it did not.</param>
public sealed record ExecutionOutcome(long Execution, ExecutionStatus Status, DateTimeOffset StopDate, Json? Output, Failure? Failure)
{
    /// <summary>How many events its history has.</summary>
    public long EventCount { get; init; }
}
