using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Scoring;

namespace TaskOrchestration.Conformance.Tests.Languages;

/// <summary>JSONata expressions and their values.</summary>
public sealed class JsonataScorer : IScorer
{
    /// <inheritdoc/>
    public string Corpus => "jsonata";

    /// <inheritdoc/>
    public IReadOnlyList<string> Categories(Case @case) => [@case.Body.Text("group") ?? "other"];

    /// <inheritdoc/>
    public Verdict Score(Case @case) => new Verdict.NotApplicableYet("JSONata");
}
