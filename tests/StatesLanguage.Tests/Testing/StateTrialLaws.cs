using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Testing;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Definitions;

namespace TaskOrchestration.StatesLanguage.Tests.Testing;

/// <summary>What holds for every state that is run by itself.</summary>
public sealed class StateTrialLaws
{
    private const string Input = """{"items":[1,2,3],"x":"y"}""";

    [Fact]
    public void A_state_by_itself_does_what_it_does_in_an_execution() =>
        Prop.ForAll(RandomMachines.Definitions.ToArbitrary(), Check)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(300)));

    private static void Check(JsonObject definition)
    {
        var run = Simulation.Run(definition.ToString(), Input);
        var first = run.Execution.Machine.Graph.StartAt;

        // The context objects of the two differ: nothing that is run by itself is ever redriven.
        if (run.Execution.Machine.Graph[first] is ParallelState or MapState || ((JsonObject)definition["States"]!)[first]!.ToString().Contains("$$", StringComparison.Ordinal))
        {
            return;
        }

        var result = Trial.Of(run.Execution.Machine, first, Input);
        var events = run.History.ToList();
        var left = events.FindIndex(happened => happened.Details is HistoryDetails.StateExited exited && exited.Name == first);
        if (result.Status is StateTrialStatus.Succeeded or StateTrialStatus.CaughtError)
        {
            Assert.Equal(WithoutPlace(((HistoryDetails.StateExited)events[left].Details!).Output.ToString(), first), result.Output?.ToString());
            Assert.Equal((events.ElementAtOrDefault(left + 1)?.Details as HistoryDetails.StateEntered)?.Name, result.NextState);
        }
        else if (result.Status == StateTrialStatus.Failed)
        {
            Assert.Equal(run.Execution.Failure?.Error, result.Failure?.Error);
            Assert.Equal(WithoutPlace(run.Execution.Failure?.Cause ?? "", first), result.Failure?.Cause ?? "");
        }
        else
        {
            Assert.NotEmpty(((WorkState)result.State).Retry);
        }
    }

    /// <summary>What an execution says of where a failure happened, a state by itself cannot.</summary>
    private static string WithoutPlace(string text, string state) =>
        text.Replace($"An error occurred while executing the state '{state}' (entered at the event id #2). ", "", StringComparison.Ordinal);
}
