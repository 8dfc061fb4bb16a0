using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Interp;

/// <summary>Paths into an input or a context object.</summary>
internal static class PathCases
{
    public static Verdict Score(JsonObject body)
    {
        var expect = body.Object("expect")!;
        if (expect.Text("cause")?.Split("but expected ") is [_, var kind])
        {
            return DemandCases.Score(body, kind);
        }

        if (!ValuePath.TryParse(body.Text("path")!, out var path, out var error))
        {
            return expect.Contains("error") ? Verdict.Met : new Verdict.NotMet($"expected a path, got: {error}");
        }

        return path.TryEvaluate(new CaseScope(body), out var value, out var miss)
            ? Answers.Compare(expect, value)
            : Answers.CompareFailure(expect, $"{miss.Kind}: {miss.Message}");
    }
}
