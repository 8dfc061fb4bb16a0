using TaskOrchestration.Conformance.Tests.Comparing;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.Conformance.Tests.Serving;
using TaskOrchestration.Conformance.Tests.Stage;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Aws;

/// <summary>Runs a recorded execution and compares how it ended, its whole history and what the API tells of it.</summary>
public static class RunScorer
{
    private static readonly string[] Outcome = ["status", "output", "error", "cause"];

    /// <summary>Runs and compares.</summary>
    public static Verdict Score(JsonObject body)
    {
        var filled = Placeholders.Fill(body, Births.Moment);
        var isExpress = filled.Text("machine_type") == "EXPRESS";
        var parsed = DefinitionParser.Parse(DefinitionText(filled), isExpress ? StateMachineType.Express : StateMachineType.Standard);
        if (parsed.Machine is not { } machine)
        {
            return new Verdict.NotMet([.. parsed.Problems.Select(problem => $"definition refused: {problem.Code}: {problem.Message} at {problem.Pointer}")]);
        }

        var start = Births.Of(Input(filled), filled.Text("machine_name") ?? "machine", Role(filled), isExpress);
        var world = new CaseWorld(filled);
        var outcome = VirtualRun.ToEnd(machine, start, Births.Moment, world.Perform, world.Blobs);
        return Verdict.From([.. CompareOutcome(filled, outcome), .. CompareAnswers(filled, start, outcome), .. Consequences.Compare(filled, world)]);
    }

    /// <summary>The definition as it was sent.</summary>
    public static string DefinitionText(JsonObject filled) => filled.Text("definition_text") ?? filled["definition"]!.ToString();

    private static Json Input(JsonObject filled) =>
        filled.Text("input_text") is { } text ? Json.Parse(text) : filled["input"] ?? JsonObject.Empty;

    private static string? Role(JsonObject filled) =>
        filled.Text("role_arn")
        ?? (filled.Object("expect").Items("history") is [var first, ..] ? first.Object("executionStartedEventDetails").Text("roleArn") : null);

    private static IReadOnlyList<string> CompareOutcome(JsonObject filled, VirtualOutcome outcome)
    {
        var expect = filled.Object("expect")!;
        var exact = expect["output_text"] is { } text ? expect.With("output", text) : expect;
        return Matcher.Compare(filled, JsonObject.Of(exact.Where(member => Outcome.Contains(member.Key))), Actual(outcome));
    }

    private static JsonObject Actual(VirtualOutcome outcome) => new JsonObjectBuilder()
        .Set("status", Json.Of(outcome.Status == ExecutionStatus.TimedOut ? "TIMED_OUT" : outcome.Status.ToString().ToUpperInvariant()))
        .SetIfPresent("output", outcome.Output?.ToString())
        .SetIfPresent("error", outcome.Failure?.Error)
        .SetIfPresent("cause", outcome.Failure?.Cause)
        .Build();

    private static List<string> CompareAnswers(JsonObject filled, ExecutionStart start, VirtualOutcome outcome)
    {
        var expect = filled.Object("expect")!;
        var catalog = new StateMachineCatalog(new MemoryStateMachineStore(), new ArnScheme("us-east-1", Births.Account), TimeProvider.System);
        using var api = new ApiSession(catalog, new FinishedExecution(start, outcome));
        var differences = new List<string>();
        if (expect.Contains("history"))
        {
            var events = Ask(api, "GetExecutionHistory", ("executionArn", Json.Of(start.ExecutionArn))).Items("events");
            differences.AddRange(HistoryComparison.Compare(filled, expect.Items("history"), events));
        }

        if (expect.Object("describe") is { } described)
        {
            differences.AddRange(Matcher.Compare(filled, described, Ask(api, "DescribeExecution", ("executionArn", Json.Of(start.ExecutionArn)))));
        }

        if (expect.Object("sync_response") is { } answered)
        {
            // What it would be billed for cannot be reproduced.
            var answer = Ask(api, "StartSyncExecution", ("stateMachineArn", Json.Of(start.StateMachineArn)));
            differences.AddRange(Matcher.Compare(filled, answered.Without("billingDetails"), answer.Without("billingDetails")));
        }

        differences.AddRange(CompareLogs(filled, expect, start, outcome));
        return differences;
    }

    /// <summary>Compares what was logged: all that the machine is configured to log, or the last record of it.</summary>
    private static IReadOnlyList<string> CompareLogs(JsonObject filled, JsonObject expect, ExecutionStart start, VirtualOutcome outcome)
    {
        if ((expect["logged_execution_events"] ?? expect["end_log_event"]) is not { } expected)
        {
            return [];
        }

        var records = LoggedExecution.RecordsAsync(DefinitionText(filled), LoggingConfiguration(filled), start, outcome).GetAwaiter().GetResult();
        return Matcher.Compare(filled, expected, expected is JsonArray ? records : records.LastOrDefault() ?? Json.Null);
    }

    /// <summary>What the machine logs: as it was created, or as it was changed before the execution began.</summary>
    private static JsonObject LoggingConfiguration(JsonObject filled) => filled.Items("setup")
        .Where(call => call.Text("call") == "UpdateStateMachine")
        .Select(call => ((JsonObject)call).Object("params").Object("loggingConfiguration"))
        .LastOrDefault(change => change is not null)
        ?? filled.Object("create_params").Object("loggingConfiguration")
        ?? JsonObject.Empty;

    private static JsonObject Ask(ApiSession api, string action, params ReadOnlySpan<(string Name, Json Value)> parameters) =>
        api.CallAsync(action, JsonObject.Of(parameters)).GetAwaiter().GetResult().Body;
}
