using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Interp;

/// <summary>One step of a machine from a given situation, and what is to be seen after it.</summary>
/// <remarks>The situation is made by a Pass state put in front, which yields the state's data and sets the variables; then the machine runs on as it always does.</remarks>
internal static class StepCases
{
    private const string Before = "the situation given";

    /// <summary>What the other tool calls every execution.</summary>
    private const string OwnExecutionId = "123";

    public static Verdict Score(JsonObject body)
    {
        var given = body.Object("given")!;
        if (!StandIns.TryRead(given.Items("mocks"), out var standIns))
        {
            return new Verdict.NotApplicableYet("stand-ins of a form that is not known here");
        }

        var parsed = DefinitionParser.Parse(given.Text("definition_text") ?? standIns.In(body.Object("definition")!).ToString());
        if (body.Items("then").Any(check => check.Text("op") == "invalid-definition"))
        {
            return parsed.Machine is null ? Verdict.Met : new Verdict.NotMet("expected the definition to be refused, was accepted");
        }

        return parsed.Machine is { } machine
            ? Score(body, given, Prepared(machine, given), standIns)
            : throw new DefinitionRefusedException(parsed.Problems);
    }

    private static Verdict Score(JsonObject body, JsonObject given, StateMachine machine, StandIns standIns)
    {
        var input = given["execution_input"] ?? given["state_data"] ?? JsonObject.Empty;
        var outcome = VirtualRun.ToEnd(machine, Births.Of(input) with { ExecutionArn = OwnExecutionId }, Machines.Moment, standIns.Perform);
        var checks = new StepChecks([.. Machines.Visits(machine, outcome).Where(visit => visit.Name != Before)], outcome, given);
        return Verdict.From([.. standIns.DifferencesOf(checks.First), .. body.Items("then").SelectMany(checks.Check)]);
    }

    private static StateMachine Prepared(StateMachine machine, JsonObject given)
    {
        var situation = new PassState
        {
            Name = Before,
            Result = given["state_data"] ?? given["execution_input"] ?? JsonObject.Empty,
            Assign = [.. (given.Object("variables") ?? JsonObject.Empty).Select(variable => new Assignment(variable.Key, new Expression.Constant(variable.Value)))],
            Transition = new Transition.Next(given.Text("current_state") ?? machine.Graph.StartAt),
        };
        return machine with { Graph = new StateGraph(Before, [situation, .. machine.Graph.States]) };
    }
}
