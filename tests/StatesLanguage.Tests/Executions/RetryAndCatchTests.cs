using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class RetryAndCatchTests
{
    [Fact]
    public void Retries_with_growing_pauses_until_the_attempts_are_used_up()
    {
        var run = Simulation.Run(Machines.Task(""" "Retry":[{"ErrorEquals":["E"],"IntervalSeconds":1,"MaxAttempts":3,"BackoffRate":2}],"End":true """), answer: _ => Answer.Failure("E", "why"));

        Assert.Equal(4, run.Tasks.Count());
        Assert.Equal(Simulation.Beginning.AddSeconds(7), run.Execution.StoppedAt);
        Assert.Equal(new Failure("E", "why"), run.Execution.Failure);
    }

    [Fact]
    public void Counts_each_retrier_by_itself()
    {
        var errors = new Queue<string>(["A", "B", "A", "B", "A"]);
        var run = Simulation.Run(
            Machines.Task(""" "Retry":[{"ErrorEquals":["A"],"MaxAttempts":2},{"ErrorEquals":["B"],"MaxAttempts":2}],"End":true """),
            answer: _ => Answer.Failure(errors.Dequeue()));

        Assert.Equal(5, run.Tasks.Count());
        Assert.Equal("A", run.Execution.Failure?.Error);
    }

    [Fact]
    public void Does_not_retry_when_the_attempts_are_none()
    {
        var run = Simulation.Run(
            Machines.Task(""" "Retry":[{"ErrorEquals":["E"],"MaxAttempts":0},{"ErrorEquals":["States.ALL"]}],"End":true """),
            answer: _ => Answer.Failure("E"));

        Assert.Single(run.Tasks);
    }

    [Theory]
    [InlineData("States.ALL", "E", true)]
    [InlineData("States.TaskFailed", "E", true)]
    [InlineData("States.TaskFailed", "States.Timeout", false)]
    [InlineData("States.ALL", "States.Timeout", true)]
    [InlineData("E", "E", true)]
    [InlineData("E", "e", false)]
    [InlineData("States.ALL", null, true)]
    public void Matches_error_names_and_the_names_that_stand_for_many(string name, string? error, bool caught)
    {
        var run = Simulation.Run(Machines.Task($"\"Catch\":[{{\"ErrorEquals\":[\"{name}\"],\"Next\":\"Caught\"}}],\"End\":true"), answer: _ => Answer.Failure(error));

        Assert.Equal(caught ? ExecutionStatus.Succeeded : ExecutionStatus.Failed, run.Execution.Status);
    }

    [Fact]
    public void Hands_the_error_on_where_the_catcher_says()
    {
        var run = Simulation.Run(
            Machines.Task(""" "Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.problem","Assign":{"name.$":"$.Error"},"Next":"Caught"}],"End":true """),
            """{"a":1}""",
            _ => Answer.Failure("E"));

        Assert.Equal("""{"a":1,"problem":{"Error":"E","Cause":null}}""", run.Execution.Output?.ToString());
        var exit = (HistoryDetails.StateExited)run.History.Single(happened => happened.Type == HistoryEventType.TaskStateExited).Details!;
        Assert.Equal("""{"name":"E"}""", exit.AssignedVariables?.ToString());
    }

    [Fact]
    public void Works_its_input_out_anew_for_every_attempt()
    {
        var run = Simulation.Run(
            Machines.Task(""" "Parameters":{"n.$":"$$.State.RetryCount"},"Retry":[{"ErrorEquals":["E"],"MaxAttempts":2}],"End":true """),
            answer: _ => Answer.Failure("E"));

        Assert.Equal(["""{"n":0}""", """{"n":1}""", """{"n":2}"""], run.Tasks.Select(task => task.Input.ToString()));
    }

    [Fact]
    public void Neither_retries_nor_catches_a_runtime_error()
    {
        var run = Simulation.Run(Machines.Task(
            """ "Parameters":{"x.$":"$.missing"},"Retry":[{"ErrorEquals":["States.ALL"]}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"Caught"}],"End":true """));

        Assert.Equal("States.Runtime", run.Execution.Failure?.Error);
        Assert.Empty(run.Tasks);
    }

    [Fact]
    public void Asks_the_first_retrier_that_takes_the_error_and_no_other()
    {
        var run = Simulation.Run(
            Machines.Task(""" "Retry":[{"ErrorEquals":["E"],"MaxAttempts":1,"IntervalSeconds":5},{"ErrorEquals":["States.TaskFailed"],"MaxAttempts":9}],"End":true """),
            answer: _ => Answer.Failure("E"));

        Assert.Equal(2, run.Tasks.Count());
        Assert.Equal(Simulation.Beginning.AddSeconds(5), run.Execution.StoppedAt);
    }

    [Fact]
    public void Waits_no_longer_than_MaxDelaySeconds()
    {
        var run = Simulation.Run(
            Machines.Task(""" "Retry":[{"ErrorEquals":["E"],"MaxAttempts":4,"IntervalSeconds":2,"BackoffRate":10,"MaxDelaySeconds":15}],"End":true """),
            answer: _ => Answer.Failure("E"));

        Assert.Equal(Simulation.Beginning.AddSeconds(2 + 15 + 15 + 15), run.Execution.StoppedAt);
    }

    [Theory]
    [InlineData("States.HeartbeatTimeout", true)]
    [InlineData("States.Timeout", true)]
    [InlineData("States.ALL", true)]
    [InlineData("States.TaskFailed", false)]
    public void Takes_a_missed_sign_of_life_for_a_timeout_of_its_own_kind(string name, bool caught)
    {
        var run = Simulation.Run(
            Machines.Task($"\"HeartbeatSeconds\":3,\"TimeoutSeconds\":60,\"Catch\":[{{\"ErrorEquals\":[\"{name}\"],\"Next\":\"Caught\"}}],\"End\":true"),
            answer: _ => Answer.Never);

        Assert.Equal(caught ? ExecutionStatus.Succeeded : ExecutionStatus.Failed, run.Execution.Status);
        Assert.Equal(Simulation.Beginning.AddSeconds(3), run.Execution.StoppedAt);
    }

    [Theory]
    [InlineData("States.HeartbeatTimeout", false)]
    [InlineData("States.Timeout", true)]
    public void Tells_a_time_limit_from_a_missed_sign_of_life(string name, bool caught)
    {
        var run = Simulation.Run(
            Machines.Task($"\"TimeoutSecondsPath\":\"$.t\",\"Catch\":[{{\"ErrorEquals\":[\"{name}\"],\"Next\":\"Caught\"}}],\"End\":true"),
            """{"t":4}""",
            _ => Answer.Never);

        Assert.Equal(caught ? """{"Error":"States.Timeout","Cause":null}""" : null, run.Execution.Output?.ToString());
        Assert.Equal(Simulation.Beginning.AddSeconds(4), run.Execution.StoppedAt);
    }

    [Theory]
    [InlineData("\"ResultPath\":null", """{"a":1}""")]
    [InlineData("\"ResultPath\":\"$\"", """{"Error":"E","Cause":"C"}""")]
    [InlineData("\"ResultPath\":\"$.a.b\"", null)]
    [InlineData("\"Comment\":\"no path\"", """{"Error":"E","Cause":"C"}""")]
    public void Places_the_error_output_in_the_input_before_InputPath(string fields, string? output)
    {
        var run = Simulation.Run(
            Machines.Task($"\"InputPath\":\"$.a\",\"OutputPath\":\"$.never\",\"Catch\":[{{\"ErrorEquals\":[\"E\"],{fields},\"Next\":\"Caught\"}},{{\"ErrorEquals\":[\"States.ALL\"],\"Next\":\"Caught\"}}],\"End\":true"),
            """{"a":1}""",
            _ => Answer.Failure("E", "C"));

        Assert.Equal(output, run.Execution.Output?.ToString());
        Assert.Equal(output is null ? "States.ResultPathMatchFailure" : null, run.Execution.Failure?.Error);
    }

    [Fact]
    public void A_catcher_that_cannot_work_out_its_variables_ends_the_execution_even_inside_a_parallel()
    {
        var run = Simulation.Run("""
            {"StartAt":"P","States":{
              "P":{"Type":"Parallel","Branches":[{"StartAt":"T","States":{
                "T":{"Type":"Task","Resource":"f","Catch":[{"ErrorEquals":["States.ALL"],"Assign":{"x.$":"$.missing"},"Next":"U"}],"Next":"U"},
                "U":{"Type":"Pass","End":true}}}],
                "Catch":[{"ErrorEquals":["States.ALL"],"Next":"L"}],"Next":"L"},
              "L":{"Type":"Pass","End":true}}}
            """, answer: _ => Answer.Failure("E"));

        Assert.Equal("States.Runtime", run.Execution.Failure?.Error);
        Assert.StartsWith("An error occurred while executing the state 'T' (entered at the event id #4). ", run.Execution.Failure?.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"B":{"Type":"Fail","Error":"E"}}""", "E")]
    [InlineData("""{"B":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericEquals":2,"Next":"Z"}]},"Z":{"Type":"Succeed"}}""", "States.NoChoiceMatched")]
    [InlineData("""{"B":{"Type":"Pass","Parameters":{"x.$":"States.StringToJson('{')"},"End":true}}""", "States.IntrinsicFailure")]
    [InlineData("""{"B":{"Type":"Pass","Result":1,"ResultPath":"$.n.m","End":true}}""", "States.ResultPathMatchFailure")]
    public void What_fails_in_a_branch_can_be_caught_around_it(string states, string error)
    {
        var run = Simulation.Run(
            $$$$"""
            {"StartAt":"P","States":{
              "P":{"Type":"Parallel","Branches":[{"StartAt":"B","States":{{{{states}}}}}],"Catch":[{"ErrorEquals":["{{{{error}}}}"],"Next":"L"}],"Next":"L"},
              "L":{"Type":"Pass","InputPath":"$.Error","End":true}}}
            """,
            """{"n":1}""");

        Assert.Equal($"\"{error}\"", run.Execution.Output?.ToString());
    }
}
