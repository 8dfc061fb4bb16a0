using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Languages;

/// <summary>Definitions that people wrote. All are read without a crash, the good ones are accepted, every path and expression in them parses.</summary>
public sealed class RealWorldScorer : IScorer
{
    /// <inheritdoc/>
    public string Corpus => "realworld";

    /// <inheritdoc/>
    public IReadOnlyList<string> Categories(Case @case) => [@case.Body.Text("kind") ?? "other"];

    /// <inheritdoc/>
    public Verdict Score(Case @case)
    {
        return Verdict.From([.. Compare(@case.Body)]);
    }

    private static IEnumerable<string> Compare(JsonObject body)
    {
        var parsed = DefinitionParser.Parse(body["definition"]!.ToString());
        var isGood = body.Object("asl_validator").IsTrue("valid");
        if (isGood && parsed.Machine is null)
        {
            yield return $"expected to be accepted, got {string.Join("; ", parsed.Problems.Select(problem => $"{problem.Code}: {problem.Message} at {problem.Pointer}"))}";
        }

        // The paths of a definition with mistakes are among the mistakes; what the harvest cut out of a call with its closing bracket is no path.
        foreach (var text in body.Texts("jsonpaths").Where(text => isGood && !text.StartsWith("$)", StringComparison.Ordinal)))
        {
            if (!ValuePath.TryParse(text, out _, out var error))
            {
                yield return $"expected {text} to be a path, got: {error}";
            }
        }

        foreach (var expression in body.Items("jsonata").Where(expression => expression.IsTrue("parses")).Select(expression => expression.Text("expr")!))
        {
            if (!JsonataExpression.TryParse(expression, out _, out var error))
            {
                yield return $"expected the JSONata expression {expression} to parse, got: {error}";
            }
        }
    }
}
