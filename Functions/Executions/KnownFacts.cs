using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Executions;

/// <summary>An execution as far as it was known at a look.</summary>
/// <param name="Record">The execution.</param>
/// <param name="Facts">Its facts, in order, without a gap.</param>
/// <param name="Chain">The digest over all facts up to each of them.</param>
internal sealed record KnownFacts(ExecutionRecord Record, IReadOnlyList<Fact> Facts, IReadOnlyList<string> Chain)
{
    /// <summary>Whether it has ended and everything up to the end is known.</summary>
    public bool IsComplete => Record.Status != ExecutionStatus.Running && Chain[^1] == Record.Chain;
}
