using TaskOrchestration.Conformance.Tests.Aws;
using TaskOrchestration.Conformance.Tests.Interp;
using TaskOrchestration.Conformance.Tests.Languages;
using TaskOrchestration.Conformance.Tests.Plausible;
using TaskOrchestration.Conformance.Tests.Scoring;

namespace TaskOrchestration.Conformance.Tests;

/// <summary>One scorer for each corpus.</summary>
public static class Scorers
{
    /// <summary>All, in the order of reports.</summary>
    public static IReadOnlyList<IScorer> All { get; } =
        [new AwsScorer(), new JsonPathScorer(), new ValidationScorer(), new RealWorldScorer(), new RealWorldRunScorer(), new InterpScorer(), new JsonataScorer()];
}
