using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Executions;

/// <summary>Some facts of an execution as they were taken down together.</summary>
/// <param name="From">The place of the first.</param>
/// <param name="Before">The digest over all facts before it.</param>
/// <param name="Facts">The facts.</param>
public sealed record FactRow(int From, string Before, IReadOnlyList<Fact> Facts);
