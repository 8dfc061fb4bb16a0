using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

/// <summary>How data goes in and out, for every type of state that has the field.</summary>
public sealed class DataFlowTests
{
    private const string Task = """ "Type":"Task","Resource":"f" """;
    private const string Parallel = """ "Type":"Parallel","Branches":[{"StartAt":"B","States":{"B":{"Type":"Pass","End":true}}}] """;
    private const string Map = """ "Type":"Map","ItemsPath":"$.l","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}} """;

    [Theory]
    [InlineData(""" "Type":"Pass","End":true """, """{"b":1}""")]
    [InlineData(""" "Type":"Succeed" """, """{"b":1}""")]
    [InlineData(""" "Type":"Wait","Seconds":1,"End":true """, """{"b":1}""")]
    [InlineData(Task + """,  "End":true """, """{"b":1}""")]
    [InlineData(Parallel + """,  "End":true """, """[{"b":1}]""")]
    public void InputPath_selects_what_a_state_sees(string fields, string output) =>
        Assert.Equal(output, Output($"\"InputPath\":\"$.a\",{fields}", """{"a":{"b":1},"c":2}"""));

    [Fact]
    public void InputPath_selects_what_the_items_of_a_map_are_looked_up_in() =>
        Assert.Equal("[1,2]", Output($"\"InputPath\":\"$.a\",{Map},\"End\":true", """{"a":{"l":[1,2]}}"""));

    [Theory]
    [InlineData(""" "Type":"Pass","End":true """, "{}")]
    [InlineData(""" "Type":"Succeed" """, "{}")]
    [InlineData(""" "Type":"Wait","Seconds":1,"End":true """, "{}")]
    [InlineData(Task + """,  "End":true """, "{}")]
    [InlineData(Parallel + """,  "End":true """, "[{}]")]
    public void An_InputPath_of_null_leaves_an_empty_object(string fields, string output) =>
        Assert.Equal(output, Output($"\"InputPath\":null,{fields}", """{"a":1}"""));

    [Theory]
    [InlineData(""" "Type":"Pass","End":true """)]
    [InlineData(""" "Type":"Succeed" """)]
    [InlineData(""" "Type":"Wait","Seconds":1,"End":true """)]
    [InlineData(Task + """,  "End":true """)]
    [InlineData(Parallel + """,  "End":true """)]
    public void An_OutputPath_of_null_leaves_an_empty_object(string fields) =>
        Assert.Equal("{}", Output($"\"OutputPath\":null,{fields}", """{"a":1}"""));

    [Theory]
    [InlineData("\"InputPath\":\"$$.Execution.Input.a.b\"", "1")]
    [InlineData("\"OutputPath\":\"$$.Execution.Name\"", "\"run-1\"")]
    [InlineData("\"InputPath\":\"$.a.x[*]\"", "[]")]
    [InlineData("\"OutputPath\":\"$.l[0,2]\"", "[1,3]")]
    [InlineData("\"OutputPath\":\"$..b\"", "[1]")]
    public void Paths_may_start_at_the_context_object_and_find_many(string fields, string output) =>
        Assert.Equal(output, Output($"\"Type\":\"Pass\",{fields},\"End\":true", """{"a":{"b":1,"x":[]},"l":[1,2,3]}"""));

    [Fact]
    public void Paths_may_start_at_a_variable()
    {
        var run = Simulation.Run("""
            {"StartAt":"Set","States":{
              "Set":{"Type":"Pass","Assign":{"v":{"in":{"x":1},"out":[7]}},"Next":"Use"},
              "Use":{"Type":"Task","Resource":"f","InputPath":"$v.in","OutputPath":"$v.out[0]","End":true}}}
            """);

        Assert.Equal("""{"x":1}""", run.Tasks.Single().Input.ToString());
        Assert.Equal("7", run.Execution.Output?.ToString());
    }

    [Theory]
    [InlineData(Task, "\"r\"")]
    [InlineData(Parallel, """[{"l":[1]}]""")]
    [InlineData(Map, "[1]")]
    public void ResultPath_places_the_result_beside_the_input(string fields, string result) =>
        Assert.Equal($"{{\"l\":[1],\"r\":{result}}}", Output($"{fields},\"ResultPath\":\"$.r\",\"End\":true", """{"l":[1]}""", "\"r\""));

    [Theory]
    [InlineData(Task)]
    [InlineData(Parallel)]
    [InlineData(Map)]
    public void A_ResultPath_of_null_hands_the_input_on(string fields) =>
        Assert.Equal("""{"l":[1]}""", Output($"{fields},\"InputPath\":\"$\",\"ResultPath\":null,\"End\":true", """{"l":[1]}"""));

    [Theory]
    [InlineData("$.l[1]", """{"l":[1,2]}""", """{"l":[1,9]}""")]
    [InlineData("$.l[0].x", """{"l":[{"x":1}]}""", """{"l":[{"x":9}]}""")]
    [InlineData("$['a b'].c", """{"k":1}""", """{"k":1,"a b":{"c":9}}""")]
    [InlineData("$.a.b.c", """{"a":{"b":{}}}""", """{"a":{"b":{"c":9}}}""")]
    [InlineData("$.a", """{"a":{"b":1}}""", """{"a":9}""")]
    [InlineData("$", """{"a":{"b":1}}""", "9")]
    public void ResultPath_replaces_and_makes_what_it_names(string path, string input, string output) =>
        Assert.Equal(output, Output($"\"Type\":\"Pass\",\"Result\":9,\"ResultPath\":\"{path}\",\"End\":true", input));

    [Theory]
    [InlineData("$.a.b", """{"a":1}""")]
    [InlineData("$.a.b", """{"a":"text"}""")]
    [InlineData("$.l[5]", """{"l":[1]}""")]
    [InlineData("$.l.x", """{"l":[1]}""")]
    [InlineData("$.x", "7")]
    [InlineData("$.x", "[1]")]
    public void A_result_that_cannot_be_placed_is_a_failure_that_can_be_caught(string path, string input)
    {
        var fields = $"\"ResultPath\":\"{path}\",\"Catch\":[{{\"ErrorEquals\":[\"States.ResultPathMatchFailure\"],\"Next\":\"Caught\"}}],\"End\":true";
        var run = Simulation.Run(Machines.Task(fields), input, _ => Answer.With("9"));

        Assert.Equal("\"States.ResultPathMatchFailure\"", ((JsonObject)run.Execution.Output!)["Error"]?.ToString());
    }

    [Fact]
    public void ResultSelector_sees_the_result_and_the_context_object() =>
        Assert.Equal(
            """{"first":1,"name":"run-1","fixed":true}""",
            Output($"{Map},\"ResultSelector\":{{\"first.$\":\"$[0]\",\"name.$\":\"$$.Execution.Name\",\"fixed\":true}},\"End\":true", """{"l":[1]}"""));

    [Theory]
    [InlineData(Task)]
    [InlineData(Parallel)]
    [InlineData(Map)]
    public void A_ResultSelector_that_finds_nothing_ends_the_execution(string fields) =>
        Assert.Equal(
            "States.Runtime",
            Simulation.Run(Machines.Of($"{fields},\"ResultSelector\":{{\"x.$\":\"$.nowhere\"}},\"End\":true"), """{"l":[1]}""").Execution.Failure?.Error);

    [Fact]
    public void A_failure_of_an_intrinsic_function_can_be_retried_and_caught()
    {
        var run = Simulation.Run(
            Machines.Task(""" "Parameters":{"x.$":"States.StringToJson($.a)"},"Retry":[{"ErrorEquals":["States.IntrinsicFailure"],"MaxAttempts":2,"IntervalSeconds":1,"BackoffRate":1}],"Catch":[{"ErrorEquals":["States.IntrinsicFailure"],"Next":"Caught"}],"End":true """),
            """{"a":"{"}""");

        Assert.Equal(ExecutionStatus.Succeeded, run.Execution.Status);
        Assert.Equal(Simulation.Beginning.AddSeconds(2), run.Execution.StoppedAt);
        Assert.Empty(run.Tasks);
    }

    [Fact]
    public void A_template_keeps_lists_nested_objects_and_names_without_the_ending_as_they_are() =>
        Assert.Equal(
            """{"l":[{"a":1},"$.a",[1]],"o":{"p":{"q":[1]}}}""",
            Output(""" "Type":"Pass","Parameters":{"l":[{"a.$":"$.a"},"$.a",[1]],"o":{"p":{"q.$":"$.l"}}},"End":true """, """{"a":1,"l":[1]}"""));

    private static string? Output(string fields, string input, string? result = null) =>
        Simulation.Run(Machines.Of(fields), input, result is null ? null : _ => Answer.With(result)).Execution.Output?.ToString();
}
