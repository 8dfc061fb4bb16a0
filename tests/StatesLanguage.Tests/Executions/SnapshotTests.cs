using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class SnapshotTests
{
    /// <summary>A branch that waits for a task beside one that goes round for ever, and a state to go round in once the branches are cut short.</summary>
    private const string BusyBranches = """
        {"StartAt":"P","States":{
          "P":{"Type":"Parallel","Branches":[
            {"StartAt":"Round","States":{
              "Round":{"Type":"Choice","Choices":[{"Variable":"$.stop","IsPresent":true,"Next":"Out"}],"Default":"Round"},
              "Out":{"Type":"Succeed"}}},
            {"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"work","End":true}}}],
            "Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.failure","Next":"Again"}],
            "End":true},
          "Again":{"Type":"Choice","Choices":[{"Variable":"$.stop","IsPresent":true,"Next":"Done"}],"Default":"Again"},
          "Done":{"Type":"Succeed"}}}
        """;

    [Fact]
    public void Holds_no_strand_that_was_cut_short_while_it_waited_for_its_turn()
    {
        var run = Simulation.Of(BusyBranches, limits: ExecutionLimits.Express with { LifetimeSeconds = null }, answer: _ => Answer.Never);
        run.Give(new Fact.Continued(run.Now));
        var work = run.Execution.Outstanding().OfType<Effect.InvokeTask>().SingleOrDefault();

        Assert.NotNull(work);
        Assert.True(run.Give(new Fact.TaskFailed(run.Now, work.Request.Task, new Failure("Broken", null))));
        var restored = Execution.Restore(run.Execution.Machine, (JsonObject)Json.Parse(run.Execution.Snapshot().ToString()));

        Assert.Equal(run.Execution.Snapshot(), restored.Snapshot());
        Assert.True(restored.Apply(new Fact.Continued(run.Now), []));
    }
}
