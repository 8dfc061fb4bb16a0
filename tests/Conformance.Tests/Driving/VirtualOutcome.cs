using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Driving;

/// <summary>Where an execution stood when nothing was left to happen.</summary>
/// <param name="Status">Its status: running if it waits for something that never comes.</param>
/// <param name="Output">What it yielded, if it succeeded.</param>
/// <param name="Failure">Why it ended, if it did not succeed.</param>
/// <param name="History">All its events.</param>
/// <param name="Requests">The tasks it asked for, in order.</param>
public sealed record VirtualOutcome(
    ExecutionStatus Status,
    Json? Output,
    Failure? Failure,
    IReadOnlyList<HistoryEvent> History,
    IReadOnlyList<TaskRequest> Requests);
