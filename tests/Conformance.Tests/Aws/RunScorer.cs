using TaskOrchestration.Conformance.Tests.Comparing;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Aws;

/// <summary>Runs a recorded execution and compares how it ended and its whole history.</summary>
public static class RunScorer
{
    private static readonly string[] Outcome = ["status", "output", "error", "cause"];

    /// <summary>Runs and compares.</summary>
    public static Verdict Score(JsonObject body)
    {
        var filled = Placeholders.Fill(body, Births.Moment);
        var isExpress = filled.Text("machine_type") == "EXPRESS";
        var parsed = DefinitionParser.Parse(DefinitionText(filled), isExpress ? MachineType.Express : MachineType.Standard);
        if (parsed.Machine is not { } machine)
        {
            return new Verdict.NotMet([.. parsed.Problems.Select(problem => $"definition refused: {problem.Code}: {problem.Message} at {problem.Pointer}")]);
        }

        var start = Births.Of(Input(filled), filled.Text("machine_name") ?? "machine", Role(filled), isExpress);
        var world = new FunctionWorld(filled.Items("lambdas"), start);
        return Verdict.From(Compare(filled, VirtualRun.ToEnd(machine, start, Births.Moment, world.Perform)));
    }

    /// <summary>The definition as it was sent.</summary>
    public static string DefinitionText(JsonObject filled) => filled.Text("definition_text") ?? filled["definition"]!.ToString();

    private static Json Input(JsonObject filled) =>
        filled.Text("input_text") is { } text ? Json.Parse(text) : filled["input"] ?? JsonObject.Empty;

    private static string? Role(JsonObject filled) =>
        filled.Text("role_arn") ?? filled.Object("expect").Items("history").FirstOrDefault().Object("executionStartedEventDetails").Text("roleArn");

    private static List<string> Compare(JsonObject filled, VirtualOutcome outcome)
    {
        var expect = filled.Object("expect")!;
        var differences = new List<string>(Matcher.Compare(filled, Expected(expect), Actual(outcome)));
        if (expect.Contains("history"))
        {
            differences.AddRange(HistoryComparison.Compare(filled, expect.Items("history"), JsonArray.Of(outcome.History.Select(EventShape.Of))));
        }

        return differences;
    }

    private static JsonObject Expected(JsonObject expect)
    {
        var exact = expect["output_text"] is { } text ? expect.With("output", text) : expect;
        return JsonObject.Of(exact.Where(member => Outcome.Contains(member.Key)));
    }

    private static JsonObject Actual(VirtualOutcome outcome) => new JsonObjectBuilder()
        .Set("status", Json.Of(Spelled(outcome.Status)))
        .SetIfPresent("output", outcome.Output?.ToString())
        .SetIfPresent("error", outcome.Failure?.Error)
        .SetIfPresent("cause", outcome.Failure?.Cause)
        .Build();

    private static string Spelled(ExecutionStatus status) => status == ExecutionStatus.TimedOut ? "TIMED_OUT" : status.ToString().ToUpperInvariant();
}
