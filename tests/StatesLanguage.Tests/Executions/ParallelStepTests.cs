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

    [Fact]
    public void Cuts_short_what_waits_for_a_moment_or_a_retry_in_other_branches()
    {
        var run = Simulation.Of("""
            {"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[
              {"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":100,"End":true}}},
              {"StartAt":"R","States":{"R":{"Type":"Task","Resource":"r","Retry":[{"ErrorEquals":["Again"],"IntervalSeconds":50}],"End":true}}},
              {"StartAt":"N","States":{"N":{"Type":"Parallel","Branches":[{"StartAt":"H","States":{"H":{"Type":"Task","Resource":"h","HeartbeatSeconds":30,"TimeoutSeconds":60,"End":true}}}],"End":true}}},
              {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"t","TimeoutSeconds":10,"End":true}}}],
              "Catch":[{"ErrorEquals":["States.Timeout"],"Next":"L"}],"Next":"L"},
              "L":{"Type":"Wait","Seconds":1000,"End":true}}}
            """, answer: task => task.StateName == "R" ? Answer.Failure("Again") : Answer.Never);
        run.Step();
        Assert.Equal(5, run.Execution.Outstanding().OfType<Effect.SetTimer>().Count());

        run.Step();

        Assert.Equal([Simulation.Beginning.AddSeconds(1010)], run.Execution.Outstanding().Select(effect => ((Effect.SetTimer)effect).Due));
        Assert.Equal(
            ["TaskStateAborted", "WaitStateAborted", "TaskStateAborted", "ParallelStateAborted", "ParallelStateFailed"],
            run.EventTypes.Select(type => type.ToString()).Where(type => type.EndsWith("Aborted", StringComparison.Ordinal) || type.EndsWith("StateFailed", StringComparison.Ordinal)));
    }

    [Fact]
    public void Gives_each_branch_its_parameters_and_reduces_the_results()
    {
        var run = Simulation.Run(
            Machines.Of("""
                "Type":"Parallel","InputPath":"$.a","Parameters":{"b.$":"$.b"},"ResultSelector":{"first.$":"$[0].b"},"ResultPath":"$.r","OutputPath":"$.r",
                "Branches":[{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}},{"StartAt":"B","States":{"B":{"Type":"Pass","OutputPath":null,"End":true}}}],"End":true
                """),
            """{"a":{"b":7}}""");

        Assert.Equal("""{"first":7}""", run.Execution.Output?.ToString());
    }

    [Fact]
    public void Hands_a_failure_from_deep_inside_up_to_the_first_that_catches_it()
    {
        var run = Simulation.Run("""
            {"StartAt":"P","States":{
              "P":{"Type":"Parallel","Branches":[{"StartAt":"Q","States":{
                "Q":{"Type":"Parallel","Branches":[{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"Deep","Cause":"inside"}}}],"Catch":[{"ErrorEquals":["Other"],"Next":"R"}],"Next":"R"},
                "R":{"Type":"Pass","End":true}}}],
                "Catch":[{"ErrorEquals":["Deep"],"Next":"L"}],"Next":"L"},
              "L":{"Type":"Pass","End":true}}}
            """);

        Assert.Equal("""{"Error":"Deep","Cause":"inside"}""", run.Execution.Output?.ToString());
        Assert.Equal(2, run.EventTypes.Count(type => type == HistoryEventType.ParallelStateFailed));
    }

    [Fact]
    public void Fails_when_its_parameters_make_an_input_over_the_limit()
    {
        var run = Simulation.Run(
            Machines.Of(""" "Type":"Parallel","Parameters":["$",{"a.$":"$","b.$":"$"}],"Branches":[{"StartAt":"A","States":{"A":{"Type":"Pass","OutputPath":null,"End":true}}}],"End":true """),
            Json.Of(new string('a', 200_000)).ToString());

        Assert.Equal("States.DataLimitExceeded", run.Execution.Failure?.Error);
    }

    [Fact]
    public void Lets_a_branch_begin_beside_one_that_goes_round_for_ever()
    {
        var run = Simulation.Of(
            """
            {"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[
              {"StartAt":"Round","States":{
                "Round":{"Type":"Choice","Choices":[{"Variable":"$.stop","IsPresent":true,"Next":"Out"}],"Default":"Round"},
                "Out":{"Type":"Succeed"}}},
              {"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"work","End":true}}}],"End":true}}}
            """,
            answer: _ => Answer.Never,
            limits: ExecutionLimits.Express);

        run.Give(new Fact.Continued(run.Now));

        Assert.Equal("Work", Assert.Single(run.Tasks).StateName);
    }
}
