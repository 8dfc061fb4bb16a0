using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>What was read of an execution's facts.</summary>
/// <param name="From">
/// The place of the first. Less than what was asked for where facts that were read before turn out never to have happened, which can be on Durable Functions
/// while an execution runs: then none are given, and those from here on are to be read anew.
/// </param>
/// <param name="Facts">The facts.</param>
public sealed record FactsRead(int From, IReadOnlyList<Fact> Facts);
