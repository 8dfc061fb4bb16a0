using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Interp;

/// <summary>Whole machines.</summary>
internal static class MachineCases
{
    /// <summary>The names of the exceptions that the other tool throws around whatever went wrong.</summary>
    private static readonly string[] OwnNames = ["ExecutionTimeoutError", "ExecutionError", "ExecutionAbortedError"];

    public static Verdict Score(JsonObject body)
    {
        if (!ThrowingWork.TryRead(body.Object("task_handlers") ?? JsonObject.Empty, out var work))
        {
            return new Verdict.NotApplicableYet("work done by a JavaScript function of the case");
        }

        var outcome = Machines.Run(body.Object("definition")!, body["input"] ?? JsonObject.Empty, work.Perform);
        var expect = body.Object("expect")!;
        var differences = new List<string>();
        var status = outcome.Status == ExecutionStatus.TimedOut ? "TIMED_OUT" : outcome.Status.ToString().ToUpperInvariant();
        if (expect.Text("status") != status)
        {
            differences.Add($"expected {expect.Text("status")}, got {status} ({outcome.Failure})");
        }

        if (expect["output"] is { } output && !output.Equals(outcome.Output))
        {
            differences.Add($"expected {output}, got {outcome.Output}");
        }

        if (expect.Text("error") is { } error && !OwnNames.Contains(error) && error != outcome.Failure?.Error)
        {
            differences.Add($"expected {error}, got {outcome.Failure}");
        }

        return Verdict.From(differences);
    }
}
