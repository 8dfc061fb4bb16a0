using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Journals;

/// <summary>A fact in its place.</summary>
/// <param name="Execution">The key of the execution it reached.</param>
/// <param name="Sequence">Its place among that execution's facts: 0, 1, 2 …</param>
/// <param name="Fact">The fact.</param>
public readonly record struct JournalRow(long Execution, int Sequence, Fact Fact);
