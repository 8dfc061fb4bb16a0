using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Interp;

/// <summary>One phase of a state's input and output processing, seen through a Pass state that has only that field.</summary>
internal static class PhaseCases
{
    public static Verdict Score(JsonObject body)
    {
        var phase = Fields(body).Set("Type", Json.Of("Pass")).Set("End", Json.True).Build();
        var outcome = Machines.Run(
            body["context"] is JsonObject { Count: > 0 } context ? OwnContext.Before("Phase", phase, context) : Machines.Of("Phase", phase),
            body["input"] ?? JsonObject.Empty);
        var expect = body.Object("expect")!;
        return outcome.Status == ExecutionStatus.Succeeded ? Answers.Compare(expect, outcome.Output!) : Compare(expect, outcome);
    }

    private static JsonObjectBuilder Fields(JsonObject body) => body.Text("phase") switch
    {
        // In this corpus a missing path is a missing field, not a null one.
        "PayloadTemplate" => new JsonObjectBuilder().Set("Parameters", body["template"]!),
        "ResultPath" => new JsonObjectBuilder().Set("Result", body["result"]!).SetIfPresent("ResultPath", body.Text("path")),
        var phase => new JsonObjectBuilder().SetIfPresent(phase!, body.Text("path")),
    };

    private static Verdict Compare(JsonObject expect, VirtualOutcome outcome) =>
        expect.Text("error") == outcome.Failure?.Error ? Verdict.Met : new Verdict.NotMet($"expected {expect}, got {outcome.Failure}");
}
