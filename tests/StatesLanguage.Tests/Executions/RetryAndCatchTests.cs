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
}
