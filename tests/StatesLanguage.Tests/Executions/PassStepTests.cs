using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class PassStepTests
{
    [Theory]
    [InlineData("""{"a":1}""", """ "End":true """, """{"a":1}""")]
    [InlineData("""{"a":1}""", """ "Result":{"b":2},"End":true """, """{"b":2}""")]
    [InlineData("""{"a":1}""", """ "Result":{"b.$":"$.a"},"End":true """, """{"b.$":"$.a"}""")]
    [InlineData("""{"a":1}""", """ "Result":2,"ResultPath":"$.b.c","End":true """, """{"a":1,"b":{"c":2}}""")]
    [InlineData("""{"a":1}""", """ "Result":2,"ResultPath":null,"End":true """, """{"a":1}""")]
    [InlineData("""{"a":1}""", """ "Parameters":{"x.$":"$.a","y":"z","n":{"m.$":"$"}},"End":true """, """{"x":1,"y":"z","n":{"m":{"a":1}}}""")]
    [InlineData("""{"a":{"b":2}}""", """ "InputPath":"$.a","ResultPath":"$.c","End":true """, """{"a":{"b":2},"c":{"b":2}}""")]
    [InlineData("""{"a":1}""", """ "InputPath":null,"End":true """, "{}")]
    [InlineData("""{"a":1}""", """ "OutputPath":null,"End":true """, "{}")]
    [InlineData("""{"a":1,"b":2}""", """ "OutputPath":"$.b","End":true """, "2")]
    [InlineData("""{"n":1.0}""", """ "Parameters":{"n.$":"$.n"},"End":true """, """{"n":1.0}""")]
    public void Hands_on_its_input_as_its_fields_say(string input, string fields, string output)
    {
        var run = Simulation.Run(Machines.Of($"\"Type\":\"Pass\",{fields}"), input);

        Assert.Equal(output, run.Execution.Output?.ToString());
    }

    [Fact]
    public void Ends_the_execution_when_a_path_finds_nothing()
    {
        var run = Simulation.Run(Machines.Of(""" "Type":"Pass","Parameters":{"x.$":"$.b"},"End":true """), """{"a":1}""");

        Assert.Equal(
            new Failure(
                "States.Runtime",
                "An error occurred while executing the state 'S' (entered at the event id #2). The JSONPath '$.b' specified for the field 'x.$' could not be found in the input '{\"a\":1}'"),
            run.Execution.Failure);
    }

    [Fact]
    public void Ends_the_execution_when_its_output_is_over_the_limit()
    {
        var run = Simulation.Run(Machines.Of(""" "Type":"Pass","End":true """), Json.Of(new string('a', 262_143)).ToString());

        Assert.Equal(
            new Failure("States.DataLimitExceeded", "The state/task 'S' returned a result with a size exceeding the maximum number of bytes service limit."),
            run.Execution.Failure);
    }

    [Fact]
    public void Sets_variables_from_the_values_before_it()
    {
        var run = Simulation.Run("""
            {"StartAt":"A","States":{
              "A":{"Type":"Pass","Assign":{"x":1,"y":2},"Next":"B"},
              "B":{"Type":"Pass","Assign":{"x.$":"$y","y.$":"$x"},"Next":"C"},
              "C":{"Type":"Pass","Parameters":{"x.$":"$x","y.$":"$y"},"End":true}}}
            """);

        Assert.Equal("""{"x":2,"y":1}""", run.Execution.Output?.ToString());
    }
}
