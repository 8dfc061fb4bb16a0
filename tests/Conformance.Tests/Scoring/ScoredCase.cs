using TaskOrchestration.Conformance.Tests.Corpora;

namespace TaskOrchestration.Conformance.Tests.Scoring;

/// <summary>A case with the rows of the report it counts in and its verdict.</summary>
public sealed record ScoredCase(Case Case, IReadOnlyList<string> Categories, Verdict Verdict)
{
    /// <summary>Whether the case is met.</summary>
    public bool IsMet => Verdict == Verdict.Met;
}
