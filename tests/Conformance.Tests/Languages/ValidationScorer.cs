using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Languages;

/// <summary>Definitions that are right or wrong, and what is to be said of the wrong ones.</summary>
public sealed class ValidationScorer : IScorer
{
    /// <inheritdoc/>
    public string Corpus => "validation";

    /// <inheritdoc/>
    public IReadOnlyList<string> Categories(Case @case) => [@case.Body.Text("confidence") ?? "other"];

    /// <inheritdoc/>
    public Verdict Score(Case @case)
    {
        var text = @case.Body.Text("definition_text") ?? @case.Body["definition"]!.ToString();
        return Verdict.From([.. Compare(@case.Body, DefinitionParser.Parse(text))]);
    }

    private static IEnumerable<string> Compare(JsonObject body, ParsedDefinition parsed)
    {
        // A verdict of null: the rule is unclear, so all that is asked is an answer.
        var found = string.Join("; ", parsed.Problems.Select(problem => $"{problem.Code}: {problem.Message} at {problem.Pointer}"));
        if (body["valid"] is JsonBoolean valid && IsWrong(valid.Value, parsed))
        {
            yield return valid.Value ? $"expected to be accepted, got {found}" : $"expected to be refused, got {(found.Length == 0 ? "no problem" : found)}";
        }

        // What a linter's own test expects is in the linter's words.
        if (body.Text("basis") != "linter-test")
        {
            foreach (var wanted in body.Items("expected").Where(wanted => !parsed.Problems.Any(problem => Says(problem, wanted))))
            {
                yield return $"expected the problem {wanted}, got {(found.Length == 0 ? "none" : found)}";
            }
        }
    }

    private static bool IsWrong(bool valid, ParsedDefinition parsed) => valid
        ? parsed.Machine is null
        : !parsed.Problems.Any(problem => problem.Severity == ProblemSeverity.Error);

    private static bool Says(Problem problem, Json wanted) =>
        (wanted.Text("code") is not { } codes || codes.Split('|').Contains(problem.Code))
        && (wanted.Text("message") is not { } message || message == problem.Message)
        && (wanted.Text("message_part") is not { } part || problem.Message.Contains(part, StringComparison.Ordinal))
        && (wanted.Text("location") is not { } location || location == problem.Pointer);
}
