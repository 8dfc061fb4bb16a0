using TaskOrchestration.Conformance.Tests.Comparing;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Aws;

/// <summary>Definitions that the service refused, and what its validation said of them.</summary>
public static class DefinitionScorer
{
    /// <summary>Parses and compares.</summary>
    public static Verdict Score(JsonObject body)
    {
        var filled = Placeholders.Fill(body, Births.Moment);
        var type = filled.Text("machine_type") == "EXPRESS" ? MachineType.Express : MachineType.Standard;
        var parsed = DefinitionParser.Parse(RunScorer.DefinitionText(filled), type);
        var expect = filled.Object("expect")!;
        return expect.Object("error") is { } error
            ? Verdict.From(Matcher.Compare(filled, JsonObject.Of(error.Where(member => member.Key is "code" or "message")), Refusal(parsed)))
            : Verdict.From(Matcher.Compare(filled, expect["response"]!, Validation(parsed)));
    }

    private static JsonObject Refusal(ParsedDefinition parsed)
    {
        var errors = parsed.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).ToArray();
        return errors.Length == 0
            ? JsonObject.Empty
            : JsonObject.Of(
                ("code", Json.Of("InvalidDefinition")),
                ("message", Json.Of($"Invalid State Machine Definition: '{string.Join(", ", errors.Select(Spelled))}'")));
    }

    private static string Spelled(Problem problem) =>
        problem.Pointer.Length == 0 ? $"{problem.Code}: {problem.Message}" : $"{problem.Code}: {problem.Message} at {problem.Pointer}";

    private static JsonObject Validation(ParsedDefinition parsed) => JsonObject.Of(
        ("diagnostics", JsonArray.Of(parsed.Problems.Select(Diagnostic))),
        ("result", Json.Of(parsed.Machine is null ? "FAIL" : "OK")),
        ("truncated", Json.False));

    private static Json Diagnostic(Problem problem)
    {
        var diagnostic = JsonObject.Of(
            ("code", Json.Of(problem.Code)),
            ("message", Json.Of(problem.Message)),
            ("severity", Json.Of(problem.Severity == ProblemSeverity.Error ? "ERROR" : "WARNING")));
        return problem.Pointer.Length == 0 ? diagnostic : diagnostic.With("location", Json.Of(problem.Pointer));
    }
}
