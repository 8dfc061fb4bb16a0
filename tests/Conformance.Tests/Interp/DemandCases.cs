using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Interp;

/// <summary>Paths whose value is of a kind that their field does not take. The other tool asks of the path alone; here the field does, so a state with one is run.</summary>
internal static class DemandCases
{
    private static readonly JsonObject Inside = Machines.Of("Inside", JsonObject.Of(("Type", Json.Of("Pass")), ("End", Json.True)));

    /// <summary>Runs a state whose field takes the kind, and compares.</summary>
    /// <param name="body">The case.</param>
    /// <param name="kind">The kind in the other tool's words, for example <c>an integer &gt;= 0</c>.</param>
    public static Verdict Score(JsonObject body, string kind)
    {
        var path = body["path"]!;
        var fields = kind switch
        {
            "an array" => JsonObject.Of(("Type", Json.Of("Map")), ("ItemsPath", path), ("ItemProcessor", Inside), ("End", Json.True)),
            "a string" => Choice("StringEqualsPath", path),
            "a number" => Choice("NumericEqualsPath", path),
            "a boolean" => Choice("BooleanEqualsPath", path),
            _ when kind.StartsWith("a timestamp", StringComparison.Ordinal) => Choice("TimestampEqualsPath", path),
            _ => JsonObject.Of(("Type", Json.Of("Wait")), ("SecondsPath", path), ("End", Json.True)),
        };
        var others = fields.Text("Type") == "Choice" ? Inside.Object("States") : null;
        var outcome = Machines.Run(Machines.Of("Demanding", fields, others), body["input"] ?? JsonObject.Empty);
        return outcome.Status == ExecutionStatus.Failed
            ? Answers.CompareFailure(body.Object("expect")!, $"{outcome.Failure}")
            : new Verdict.NotMet($"expected {body["expect"]}, but the comparison just does not hold");
    }

    private static JsonObject Choice(string comparison, Json path) => JsonObject.Of(
        ("Type", Json.Of("Choice")),
        ("Choices", JsonArray.Of(JsonObject.Of(("Variable", path), (comparison, path), ("Next", Json.Of("Inside"))))),
        ("Default", Json.Of("Inside")));
}
