using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class FailStepTests
{
    [Theory]
    [InlineData(""" "Error":"E","Cause":"C" """, "E", "C")]
    [InlineData(""" "Error":"E" """, "E", null)]
    [InlineData(""" "Cause":"C" """, null, "C")]
    [InlineData("\"Comment\":\"none\"", null, null)]
    [InlineData(""" "ErrorPath":"$.e","CausePath":"$.c.d" """, "from input", "deep")]
    [InlineData(""" "ErrorPath":"$$.State.Name","CausePath":"States.Format('{} of {}', $.e, $$.Execution.Name)" """, "S", "from input of run-1")]
    [InlineData(""" "ErrorPath":"States.ArrayGetItem($.l, 1)","CausePath":"States.JsonToString($.c)" """, "two", """{"d":"deep"}""")]
    public void Fails_with_what_its_fields_say(string fields, string? error, string? cause)
    {
        var run = Simulation.Run(Machines.Of($"\"Type\":\"Fail\",{fields}"), """{"e":"from input","c":{"d":"deep"},"l":["one","two"]}""");

        Assert.Equal(new Failure(error, cause), run.Execution.Failure);
        Assert.Equal([HistoryEventType.ExecutionStarted, HistoryEventType.FailStateEntered, HistoryEventType.ExecutionFailed], run.EventTypes);
    }

    [Fact]
    public void Takes_its_texts_from_variables()
    {
        var run = Simulation.Run("""
            {"StartAt":"P","States":{"P":{"Type":"Pass","Assign":{"e":"E","c":{"x":"C"}},"Next":"F"},"F":{"Type":"Fail","ErrorPath":"$e","CausePath":"$c.x"}}}
            """);

        Assert.Equal(new Failure("E", "C"), run.Execution.Failure);
    }

    [Theory]
    [InlineData("\"ErrorPath\":\"$.missing\"")]
    [InlineData("\"CausePath\":\"$.n\"")]
    public void Ends_the_execution_when_a_path_leads_to_no_text(string fields) =>
        Assert.Equal("States.Runtime", Simulation.Run(Machines.Of($"\"Type\":\"Fail\",{fields}"), """{"n":1}""").Execution.Failure?.Error);
}
