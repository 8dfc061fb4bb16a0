using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class ExecutionTests
{
    [Fact]
    public void Fails_with_the_event_that_fills_the_history()
    {
        var run = Simulation.Run("""
            {"StartAt":"A","States":{"A":{"Type":"Pass","Next":"C"},"C":{"Type":"Choice","Choices":[{"Variable":"$.stop","IsPresent":true,"Next":"End"}],"Default":"A"},"End":{"Type":"Succeed"}}}
            """);

        Assert.Equal(25_000, run.History.Count);
        Assert.Equal(
            new HistoryDetails.Failed("States.Runtime", "The execution reached the maximum number of history events (25000)."),
            run.History[^1].Details);
        Assert.Equal(ExecutionStatus.Failed, run.Execution.Status);
    }

    [Fact]
    public void Lets_others_have_their_turn_when_it_goes_on_for_long()
    {
        var definition = """
            {"StartAt":"A","States":{"A":{"Type":"Pass","Next":"C"},"C":{"Type":"Choice","Choices":[{"Variable":"$.stop","IsPresent":true,"Next":"End"}],"Default":"A"},"End":{"Type":"Succeed"}}}
            """;
        var run = Simulation.Of(definition, limits: ExecutionLimits.Express);

        Assert.Equal([new Effect.Continue()], run.Effects.OfType<Effect.Continue>());
        Assert.Contains(new Effect.Continue(), run.Execution.Outstanding());
    }

    [Theory]
    [InlineData("\"TimeoutSeconds\":30,", false, 30)]
    [InlineData("", true, 300)]
    [InlineData("\"TimeoutSeconds\":900,", true, 300)]
    public void Times_out_when_its_time_is_up(string fields, bool isExpress, int seconds)
    {
        var run = Simulation.Run(
            $$$$"""{{{{{fields}}}}"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1000,"End":true}}}""",
            limits: isExpress ? ExecutionLimits.Express : ExecutionLimits.Standard);

        Assert.Equal(ExecutionStatus.TimedOut, run.Execution.Status);
        Assert.Equal(Simulation.Beginning.AddSeconds(seconds), run.Execution.StoppedAt);
        Assert.Equal(HistoryEventType.ExecutionTimedOut, run.History[^1].Type);
    }

    [Fact]
    public void Ends_at_once_when_it_is_stopped_and_waits_for_nothing_more()
    {
        var run = Simulation.Of(Machines.Task(""" "TimeoutSeconds":60,"End":true """), answer: _ => Answer.Never);

        Assert.True(run.Give(new Fact.Stopped(run.Now, new Failure("Enough", "of this"))));

        Assert.Equal(ExecutionStatus.Aborted, run.Execution.Status);
        Assert.Equal(new HistoryDetails.Failed("Enough", "of this"), run.History[^1].Details);
        Assert.Empty(run.Execution.Outstanding());
        Assert.False(run.Give(new Fact.Stopped(run.Now, new Failure(null, null))));
    }

    [Fact]
    public void Takes_a_second_beginning_for_nothing()
    {
        var run = Simulation.Run(Machines.Of(""" "Type":"Wait","Seconds":5,"End":true """));

        Assert.False(run.Give(new Fact.Started(run.Now, Simulation.Start(Json.Null))));
    }

    [Fact]
    public void Shows_itself_in_the_context_object()
    {
        var run = Simulation.Run(Machines.Of(""" "Type":"Pass","Parameters":{"c.$":"$$"},"End":true """), """{"a":1}""");

        Assert.Equal(
            """{"c":{"Execution":{"Id":"arn:aws:states:us-east-1:123456789012:execution:Machine:run-1","Input":{"a":1},"StartTime":"2026-01-31T08:30:00.000Z","Name":"run-1","RoleArn":"arn:aws:iam::123456789012:role/Role","RedriveCount":0},"StateMachine":{"Id":"arn:aws:states:us-east-1:123456789012:stateMachine:Machine","Name":"Machine"},"State":{"Name":"S","EnteredTime":"2026-01-31T08:30:00.000Z"}}}""",
            run.Execution.Output?.ToString());
    }

    [Fact]
    public void Draws_the_same_random_values_from_the_same_seed()
    {
        var definition = Machines.Of(""" "Type":"Pass","Parameters":{"u.$":"States.UUID()","r.$":"States.MathRandom(1, 1000000)"},"End":true """);

        Assert.Equal(Simulation.Run(definition).Execution.Output, Simulation.Run(definition).Execution.Output);
    }
}
