using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

/// <summary>The event that fills the history is the failure itself, wherever it strikes.</summary>
public sealed class HistoryLimitTests
{
    private const string Machine = """
        {"StartAt":"P","States":{
          "P":{"Type":"Parallel","Branches":[
            {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.l","ToleratedFailurePercentage":50,"ItemProcessor":{"StartAt":"T","States":{
              "T":{"Type":"Task","Resource":"f","TimeoutSeconds":10,"Retry":[{"ErrorEquals":["E"],"MaxAttempts":1}],"Next":"W"},"W":{"Type":"Wait","Seconds":1,"End":true}}},"End":true}}},
            {"StartAt":"B","States":{"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Task","Resource":"g","Catch":[{"ErrorEquals":["States.ALL"],"Next":"D"}],"Next":"D"},"D":{"Type":"Pass","End":true}}}],
            "Catch":[{"ErrorEquals":["States.ALL"],"Next":"L"}],"Next":"L"},
          "L":{"Type":"Pass","End":true}}}
        """;

    [Fact]
    public void Holds_at_every_event_of_a_map_inside_a_parallel()
    {
        var whole = Run(limit: null);
        Assert.Equal(ExecutionStatus.Succeeded, whole.Execution.Status);
        for (var limit = 2; limit <= whole.History.Count; limit++)
        {
            var run = Run(limit);

            // The last event of the whole run ends it anyway, and so fits.
            if (limit == whole.History.Count)
            {
                Assert.Equal(whole.History, run.History);
                continue;
            }

            Assert.Equal(whole.History.Take(limit - 1), run.History.Take(limit - 1));
            Assert.Equal(
                new HistoryDetails.Failed("States.Runtime", $"The execution reached the maximum number of history events ({limit})."),
                run.History[limit - 1].Details);
            Assert.Equal(limit, run.History.Count);
            Assert.Equal(ExecutionStatus.Failed, run.Execution.Status);
            Assert.Empty(run.Execution.Outstanding());
            Assert.Empty(Left(run));
            Assert.All(run.Tasks, task => Assert.Null(run.Execution.PendingTask(task.Task)));
        }
    }

    private static Simulation Run(int? limit) =>
        Simulation.Run(
            Machine,
            """{"l":[1,2,3,4]}""",
            task => task.Input.ToString() is "1" or "2" || (task.Input.ToString() == "3" && task.RetryCount == 0) ? Answer.Failure("E") : Answer.With("{}"),
            ExecutionLimits.Standard with { HistoryEvents = limit });

    /// <summary>The timers that were set and neither fired nor were forgotten.</summary>
    private static IEnumerable<long> Left(Simulation run) =>
        run.Effects.OfType<Effect.SetTimer>().Select(set => set.Timer)
            .Except(run.Effects.OfType<Effect.CancelTimer>().Select(cancel => cancel.Timer))
            .Except(run.Journal.OfType<Fact.TimerFired>().Select(fired => fired.Timer));
}
