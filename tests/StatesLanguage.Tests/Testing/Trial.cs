using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Testing;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Testing;

/// <summary>States tried in a test: work is answered with its input, and pauses take no time.</summary>
internal static class Trial
{
    /// <summary>Tries a state without a machine around it.</summary>
    public static StateTrialResult OfState(string state, string input = "{}", Func<StateTrialStart, StateTrialStart>? start = null) =>
        Of(Machine(LoneState.Parse(state)), LoneState.Name, input, start);

    /// <summary>Tries a state of a machine.</summary>
    public static StateTrialResult OfMachine(string definition, string stateName, string input = "{}", Func<StateTrialStart, StateTrialStart>? start = null) =>
        Of(Machine(DefinitionParser.Parse(definition)), stateName, input, start);

    /// <summary>Tries a state of a machine.</summary>
    public static StateTrialResult Of(StateMachine machine, string stateName, string input, Func<StateTrialStart, StateTrialStart>? start = null)
    {
        var plain = new StateTrialStart { Execution = Simulation.Start(Json.Parse(input)) };
        var trial = new StateTrial(machine, stateName, start?.Invoke(plain) ?? plain);
        var now = Simulation.Beginning;
        var need = trial.Begin(now);
        while (true)
        {
            switch (need)
            {
                case TrialNeed.Nothing(var result):
                    return result;
                case TrialNeed.Work(var request):
                    need = trial.Succeed(request.Input, now);
                    break;
                case TrialNeed.Pause(var due):
                    now = due;
                    need = trial.GoOn(now);
                    break;
                default:
                    throw new InvalidOperationException($"expected work or a pause, found {need}");
            }
        }
    }

    /// <summary>Has the work of the state yield this.</summary>
    public static Func<StateTrialStart, StateTrialStart> Returns(string result) => start => start with { Mock = new StateMock.Returns(Json.Parse(result)) };

    /// <summary>Has the work of the state fail so.</summary>
    public static Func<StateTrialStart, StateTrialStart> Throws(string error, string? cause = null) => start => start with { Mock = new StateMock.Throws(new Failure(error, cause)) };

    /// <summary>The stages in a line each, in the order of the data's way.</summary>
    public static string Stages(this StateTrialResult result) =>
        string.Join('\n', result.Stages.OrderBy(stage => stage.Key).Select(stage => $"{stage.Key} {stage.Value}"));

    private static StateMachine Machine(ParsedDefinition parsed) => parsed.Machine ?? throw new InvalidOperationException(string.Join('\n', parsed.Problems));
}
