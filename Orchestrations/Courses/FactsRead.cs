using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>What was read of an execution's facts.</summary>
/// <param name="Facts">The facts.</param>
public sealed record FactsRead(IReadOnlyList<Fact> Facts)
{
    /// <summary>
    /// The place from which on facts that were read before turn out never to have happened, which can be on Durable Functions while an execution runs; otherwise
    /// null. It is told once, without facts: those from there on are to be read anew.
    /// </summary>
    public int? RewoundTo { get; init; }
}
