using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Interp;

/// <summary>The tests of two other interpreters. They are not the service: where they disagree with it, it is right.</summary>
public sealed class InterpScorer : IScorer
{
    /// <inheritdoc/>
    public string Corpus => "interp";

    /// <inheritdoc/>
    public IReadOnlyList<string> Categories(Case @case) => [@case.Body.Text("kind") ?? "other"];

    /// <inheritdoc/>
    public Verdict Score(Case @case)
    {
        var body = @case.Body;
        return ScoreKind(body);
    }

    private static Verdict ScoreKind(JsonObject body)
    {
        try
        {
            return body.Text("kind") switch
            {
                "path" => PathCases.Score(body),
                "intrinsic" => IntrinsicCases.Score(body),
                "io" => PhaseCases.Score(body),
                "state" => StateCases.Score(body),
                "machine" => MachineCases.Score(body),
                "step" => StepCases.Score(body),
                var kind => new Verdict.NotApplicableYet($"cases of kind {kind}"),
            };
        }
        catch (DefinitionRefusedException e)
        {
            return new Verdict.NotMet($"definition refused: {e.Message}");
        }
    }
}
