using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class ParallelStepTests
{
    private const string TwoTasks = """
        {"StartAt":"S","States":{
          "S":{"Type":"Parallel","Branches":[
            {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"a","End":true}}},
            {"StartAt":"B","States":{"B":{"Type":"Task","Resource":"b","End":true}}}],
            "Retry":[{"ErrorEquals":["Again"],"MaxAttempts":1}],
            "Catch":[{"ErrorEquals":["States.ALL"],"Next":"Caught"}],
            "End":true},
          "Caught":{"Type":"Pass","End":true}}}
        """;

    [Fact]
    public void Yields_the_outputs_in_the_order_of_the_branches()
    {
        var run = Simulation.Of(TwoTasks, answer: _ => Answer.Never);
        var tasks = run.Tasks.ToDictionary(task => task.StateName, task => task.Task);

        run.Give(new Fact.TaskSucceeded(run.Now, tasks["B"], Json.Of("b")));
        run.Give(new Fact.TaskSucceeded(run.Now, tasks["A"], Json.Of("a")));

        Assert.Equal("""["a","b"]""", run.Execution.Output?.ToString());
    }

    [Fact]
    public void Cuts_the_other_branches_short_when_one_fails()
    {
        var run = Simulation.Run(TwoTasks, answer: task => task.StateName == "A" ? Answer.Failure("E") : Answer.Never);

        Assert.Equal("""{"Error":"E","Cause":null}""", run.Execution.Output?.ToString());
        Assert.Contains(new Effect.CancelTask(run.Tasks.Single(task => task.StateName == "B").Task), run.Effects);
        Assert.Contains(HistoryEventType.TaskStateAborted, run.EventTypes);
        Assert.Contains(HistoryEventType.ParallelStateFailed, run.EventTypes);
    }

    [Fact]
    public void Runs_all_branches_again_when_it_is_retried()
    {
        var run = Simulation.Run(TwoTasks, answer: task => task.StateName == "A" && task.Task < 4 ? Answer.Failure("Again") : Answer.With("1"));

        Assert.Equal("[1,1]", run.Execution.Output?.ToString());
        Assert.Equal(2, run.EventTypes.Count(type => type == HistoryEventType.ParallelStateStarted));
        Assert.DoesNotContain(HistoryEventType.ParallelStateFailed, run.EventTypes);
    }

    [Fact]
    public void Keeps_the_variables_of_a_branch_in_the_branch()
    {
        var run = Simulation.Run("""
            {"StartAt":"Set","States":{
              "Set":{"Type":"Pass","Assign":{"x":1},"Next":"S"},
              "S":{"Type":"Parallel","Branches":[
                {"StartAt":"A","States":{"A":{"Type":"Pass","Assign":{"y.$":"$x"},"Next":"A2"},"A2":{"Type":"Pass","Parameters":{"y.$":"$y"},"End":true}}}],
                "Next":"Last"},
              "Last":{"Type":"Pass","Parameters":{"all.$":"$","x.$":"$x"},"End":true}}}
            """);

        Assert.Equal("""{"all":[{"y":1}],"x":1}""", run.Execution.Output?.ToString());
    }
}
