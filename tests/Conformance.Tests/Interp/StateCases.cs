using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Interp;

/// <summary>One state's own action: the phases around it did not run when the answer was recorded, so the fields for them are left out here.</summary>
internal static class StateCases
{
    private static readonly string[] Around = ["InputPath", "Parameters", "ResultSelector", "ResultPath", "OutputPath", "Retry", "Catch"];
    private static readonly JsonObject Beyond = JsonObject.Of(("Type", Json.Of("Succeed")));

    public static Verdict Score(JsonObject body)
    {
        var name = body.Text("state_name")!;
        var state = Around.Aggregate(body.Object("state")!, (rest, field) => rest.Without(field));
        var beyond = Targets(state).Distinct(StringComparer.Ordinal).Where(target => target != name).Select(target => KeyValuePair.Create<string, Json>(target, Beyond));
        var machine = Machines.Parse(Machines.Of(name, WithEnd(state), beyond).ToString());
        var outcome = VirtualRun.ToEnd(machine, Births.Of(body["input"] ?? JsonObject.Empty), Machines.Moment, NoWork);
        return Verdict.From([.. Compare(body.Object("expect")!, state, Machines.Visits(machine, outcome), outcome)]);
    }

    private static JsonObject WithEnd(JsonObject state) =>
        state.Contains("Next") || state.Contains("End") || state.Text("Type") is "Choice" or "Fail" or "Succeed" ? state : state.With("End", Json.True);

    private static IEnumerable<string> Targets(JsonObject state) =>
        new[] { state.Text("Next"), state.Text("Default") }.Concat(state.Items("Choices").Select(rule => rule.Text("Next"))).OfType<string>();

    private static IEnumerable<string> Compare(JsonObject expect, JsonObject state, IReadOnlyList<Visit> visits, VirtualOutcome outcome)
    {
        var failed = visits[0].Exited is null;
        if (expect.Contains("error"))
        {
            // The names for a Fail state that names no error or cause are the other tool's own.
            var isFail = state.Text("Type") == "Fail";
            if (!failed)
            {
                yield return $"expected {expect}, got {visits[0].Output}";
            }
            else if ((!isFail || state.Contains("Error") || state.Contains("ErrorPath")) && expect.Text("error") != outcome.Failure?.Error)
            {
                yield return $"expected {expect.Text("error")}, got {outcome.Failure}";
            }
            else if (isFail && (state.Contains("Cause") || state.Contains("CausePath")) && expect.Text("cause") != outcome.Failure?.Cause)
            {
                yield return $"expected {expect.Text("cause")}, got {outcome.Failure}";
            }
        }
        else if (failed)
        {
            yield return $"expected {expect}, got {outcome.Failure}";
        }
        else
        {
            if (expect["output"] is { } output && !output.Equals(visits[0].Output))
            {
                yield return $"expected {output}, got {visits[0].Output}";
            }

            var next = visits.ElementAtOrDefault(1)?.Name;
            if (expect.Text("next") != next)
            {
                yield return $"expected to go to {expect.Text("next") ?? "the end"}, went to {next ?? "the end"}";
            }
        }
    }

    private static TaskReport NoWork(StatesLanguage.Executions.TaskRequest request) =>
        throw new InvalidOperationException($"expected no work to be asked for, got {request.Resource.Text}");
}
