using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class WaitStepTests
{
    [Theory]
    [InlineData(""" "Seconds":90 """, "{}", 90)]
    [InlineData(""" "SecondsPath":"$.s" """, """{"s":2}""", 2)]
    [InlineData(""" "Timestamp":"2026-01-31T08:31:00Z" """, "{}", 60)]
    [InlineData(""" "TimestampPath":"$.t" """, """{"t":"2026-01-31T10:30:01.5+02:00"}""", 1.5)]
    public void Pauses_for_as_long_as_it_says(string fields, string input, double seconds)
    {
        var run = Simulation.Run(Machines.Of($"\"Type\":\"Wait\",{fields},\"End\":true"), input);

        Assert.Equal(Simulation.Beginning.AddSeconds(seconds), run.Execution.StoppedAt);
        Assert.Equal(input, run.Execution.Output?.ToString());
    }

    [Theory]
    [InlineData(""" "Timestamp":"2016-01-31T08:31:00Z" """)]
    [InlineData(""" "Seconds":0 """)]
    public void Moves_on_at_once_when_the_moment_has_passed(string fields)
    {
        var run = Simulation.Run(Machines.Of($"\"Type\":\"Wait\",{fields},\"End\":true"));

        Assert.Empty(run.Effects.OfType<Effect.SetTimer>());
        Assert.Equal(ExecutionStatus.Succeeded, run.Execution.Status);
    }

    [Theory]
    [InlineData("SecondsPath", "1.5", "The SecondsPath parameter cannot be parsed as a long value: $.v == 1.5")]
    [InlineData("SecondsPath", "-5", "The SecondsPath parameter references a negative value: $.v == -5")]
    [InlineData("SecondsPath", "\"soon\"", "The SecondsPath parameter cannot be parsed as a long value: $.v == soon")]
    [InlineData("TimestampPath", "\"2016-12-05 21:29:29Z\"", "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: $.v == 2016-12-05 21:29:29Z")]
    [InlineData("SecondsPath", "9999999999", "Wait state delay is too long.")]
    public void Ends_the_execution_when_the_pause_makes_no_sense(string field, string value, string cause)
    {
        var run = Simulation.Run(Machines.Of($"\"Type\":\"Wait\",\"{field}\":\"$.v\",\"End\":true"), $"{{\"v\":{value}}}");

        Assert.Equal(
            new Failure("States.Runtime", "An error occurred while executing the state 'S' (entered at the event id #2). " + cause),
            run.Execution.Failure);
    }

    [Fact]
    public void Ends_the_execution_when_the_path_finds_nothing()
    {
        var run = Simulation.Run(Machines.Of(""" "Type":"Wait","SecondsPath":"$.s","End":true """));

        Assert.EndsWith("The SecondsPath parameter does not reference an input value: $.s", run.Execution.Failure?.Cause, StringComparison.Ordinal);
    }
}
