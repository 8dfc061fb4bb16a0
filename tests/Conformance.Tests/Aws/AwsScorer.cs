using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Scoring;

namespace TaskOrchestration.Conformance.Tests.Aws;

/// <summary>Recordings of the real service.</summary>
public sealed class AwsScorer : IScorer
{
    /// <inheritdoc/>
    public string Corpus => "aws";

    /// <inheritdoc/>
    public IReadOnlyList<string> Categories(Case @case) => [@case.Body.Text("category") ?? "other", $"tier:{@case.Body.Integer("tier")}"];

    /// <inheritdoc/>
    public Verdict Score(Case @case)
    {
        if (Applicability.MissingAround(@case.Body) is { } around)
        {
            return new Verdict.NotApplicableYet(around);
        }

        var verdict = @case.Body.Text("kind") switch
        {
            "run" => RunScorer.Score(@case.Body),
            "reject" or "validate" => DefinitionScorer.Score(@case.Body),
            "test_state" => TestStateScorer.Score(@case.Body),
            "api" => ScriptScorer.Score(@case.Body),
            var kind => new Verdict.NotApplicableYet($"cases of kind {kind}"),
        };

        // A case that is met is met, whatever it needs; one that is not, for want of something it needs, says so.
        return verdict is Verdict.NotMet && Applicability.MissingBefore(@case.Body) is { } missing ? new Verdict.NotApplicableYet(missing) : verdict;
    }
}
