using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class VariableTests
{
    private static readonly string Large = new('a', 200_000);

    [Theory]
    [InlineData(""" "Type":"Pass","Result":{"r":1} """, "{\"r\":1}")]
    [InlineData(""" "Type":"Pass","Parameters":{"p.$":"$.a"} """, "{\"p\":1}")]
    [InlineData(""" "Type":"Pass","InputPath":"$.a" """, "1")]
    [InlineData(""" "Type":"Wait","Seconds":1,"InputPath":"$.a" """, "1")]
    [InlineData(""" "Type":"Task","Resource":"f","ResultSelector":{"s":1},"ResultPath":null """, "{\"raw\":1}")]
    [InlineData(""" "Type":"Parallel","Branches":[{"StartAt":"B","States":{"B":{"Type":"Pass","End":true}}}],"ResultSelector":{"s":1} """, "[{\"a\":1,\"l\":[5]}]")]
    [InlineData(""" "Type":"Map","ItemsPath":"$$.Execution.Input.l","Iterator":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}},"ResultSelector":{"s":1} """, "[5]")]
    public void Assign_sees_the_result_as_it_came_or_the_effective_input(string fields, string value) =>
        Assert.Equal(
            value,
            LastOf($"{{\"StartAt\":\"S\",\"States\":{{\"S\":{{{fields},\"Assign\":{{\"v.$\":\"$\"}},\"Next\":\"L\"}},\"L\":{{\"Type\":\"Pass\",\"InputPath\":\"$v\",\"End\":true}}}}}}", """{"a":1,"l":[5]}"""));

    [Theory]
    [InlineData("""{"go":true}""", """["rule"]""")]
    [InlineData("""{"go":false}""", """["default"]""")]
    public void A_choice_assigns_what_the_rule_it_takes_says(string input, string value) =>
        Assert.Equal(
            value,
            LastOf(
                """
                {"StartAt":"S","States":{
                  "S":{"Type":"Choice","Choices":[{"Variable":"$.go","BooleanEquals":true,"Assign":{"v":["rule"]},"Next":"L"}],"Assign":{"v":["default"]},"Default":"L"},
                  "L":{"Type":"Pass","InputPath":"$v","End":true}}}
                """,
                input));

    [Fact]
    public void Every_iteration_has_variables_of_its_own_and_sees_those_outside() =>
        Assert.Equal(
            "[[1,10],[2,10],[3,10]]",
            LastOf(
                """
                {"StartAt":"Set","States":{
                  "Set":{"Type":"Pass","Assign":{"out":10},"Next":"M"},
                  "M":{"Type":"Map","ItemsPath":"$.l","MaxConcurrency":1,"ItemProcessor":{"StartAt":"I","States":{
                    "I":{"Type":"Pass","Assign":{"own.$":"$"},"Next":"J"},
                    "J":{"Type":"Pass","Parameters":{"both.$":"States.Array($own, $out)"},"OutputPath":"$.both","End":true}}},"End":true}}}
                """,
                """{"l":[1,2,3]}"""));

    [Fact]
    public void A_variable_of_a_branch_is_gone_when_the_branch_is()
    {
        var run = Simulation.Run("""
            {"StartAt":"P","States":{
              "P":{"Type":"Parallel","Branches":[{"StartAt":"B","States":{"B":{"Type":"Pass","Assign":{"own":1},"End":true}}}],"Next":"L"},
              "L":{"Type":"Pass","InputPath":"$own","End":true}}}
            """);

        Assert.Equal("States.Runtime", run.Execution.Failure?.Error);
    }

    [Fact]
    public void The_catcher_of_a_parallel_sets_variables_of_the_outer_scope() =>
        Assert.Equal(
            "\"E\"",
            LastOf("""
                {"StartAt":"P","States":{
                  "P":{"Type":"Parallel","Branches":[{"StartAt":"B","States":{"B":{"Type":"Fail","Error":"E"}}}],
                    "Catch":[{"ErrorEquals":["States.ALL"],"Assign":{"error.$":"$.Error"},"Next":"L"}],"Next":"L"},
                  "L":{"Type":"Pass","InputPath":"$error","End":true}}}
                """));

    [Fact]
    public void A_state_that_fails_sets_none_of_its_variables()
    {
        var run = Simulation.Run(Machines.Of(""" "Type":"Pass","Assign":{"x":1,"y.$":"$.missing"},"End":true """));

        Assert.Equal("States.Runtime", run.Execution.Failure?.Error);
        Assert.DoesNotContain(HistoryEventType.PassStateExited, run.EventTypes);
    }

    [Theory]
    [InlineData("a_1")]
    [InlineData("größe")]
    [InlineData("नाम")]
    [InlineData("變數")]
    [InlineData("𝒙2")]
    [InlineData("_own")]
    public void A_name_is_an_identifier_in_any_script(string name) =>
        Assert.Equal(
            """{"v":[1],"w":1,"t":"1"}""",
            LastOf($$$"""
                {"StartAt":"S","States":{
                  "S":{"Type":"Pass","Assign":{"{{{name}}}":[1]},"Next":"L"},
                  "L":{"Type":"Pass","Parameters":{"v.$":"${{{name}}}","w.$":"${{{name}}}[0]","t.$":"States.Format('{}', ${{{name}}}[0])"},"End":true}
                } }
                """));

    [Theory]
    [InlineData("1a")]
    [InlineData("a-b")]
    [InlineData("a.b")]
    [InlineData("a[0]")]
    [InlineData("")]
    [InlineData("states")]
    [InlineData("\u0301a")]
    public void Not_every_text_is_a_name(string name) =>
        Assert.Null(DefinitionParser.Parse(Machines.Of($"\"Type\":\"Pass\",\"Assign\":{{\"{name}\":1}},\"End\":true")).Machine);

    [Theory]
    [InlineData(80, true)]
    [InlineData(81, false)]
    public void A_name_has_at_most_eighty_characters(int length, bool isValid) =>
        Assert.Equal(isValid, DefinitionParser.Parse(Machines.Of($"\"Type\":\"Pass\",\"Assign\":{{\"{new string('a', length)}\":1}},\"End\":true")).Machine is not null);

    [Theory]
    [InlineData("\"Assign\":{\"x\":1}", "\"Assign\":{\"x\":2}", false)]
    [InlineData("\"Assign\":{\"x.$\":\"$\"}", "\"Assign\":{\"x\":2}", false)]
    [InlineData("\"Catch\":[{\"ErrorEquals\":[\"E\"],\"Assign\":{\"x\":1},\"Next\":\"L\"}]", "\"Assign\":{\"x\":2}", false)]
    [InlineData("\"Assign\":{\"x\":1}", "\"Assign\":{\"y\":2}", true)]
    public void An_inner_scope_assigns_no_variable_of_an_outer_one(string outer, string inner, bool isValid)
    {
        var definition = $$$$"""
            {"StartAt":"M","States":{
              "M":{"Type":"Map","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[
                {"StartAt":"A","States":{"A":{"Type":"Pass",{{{{inner}}}},"End":true}}},
                {"StartAt":"B","States":{"B":{"Type":"Pass",{{{{inner}}}},"End":true}}}],"End":true}}},{{{{outer}}}},"Next":"L"},
              "L":{"Type":"Succeed"}}}
            """;

        var parsed = DefinitionParser.Parse(definition);

        Assert.Equal(isValid, parsed.Machine is not null);
        if (!isValid)
        {
            Assert.Equal(
                ["/States/M/ItemProcessor/States/P/Branches[0]/States/A/Assign", "/States/M/ItemProcessor/States/P/Branches[1]/States/B/Assign"],
                parsed.Problems.Select(problem => problem.Pointer));
            Assert.Equal("Expected a variable that no outer scope assigns, found 'x', which the state 'M' assigns", parsed.Problems[0].Message);
        }
    }

    [Fact]
    public void A_variable_may_hold_null() =>
        Assert.Equal("""{"v":null}""", LastOf("""
            {"StartAt":"S","States":{"S":{"Type":"Pass","Assign":{"v":null},"Next":"L"},"L":{"Type":"Pass","Parameters":{"v.$":"$v"},"End":true}}}
            """));

    [Fact]
    public void What_one_state_assigns_is_no_larger_than_a_payload()
    {
        var run = Simulation.Run(Machines.Of(""" "Type":"Pass","Assign":{"x.$":"$","y.$":"$"},"OutputPath":null,"End":true """), Json.Of(Large).ToString());

        Assert.Equal(
            new Failure("States.DataLimitExceeded", "The state/task 'S' returned a result with a size exceeding the maximum number of bytes service limit."),
            run.Execution.Failure);
    }

    [Theory]
    [InlineData(52, ExecutionStatus.Succeeded)]
    [InlineData(53, ExecutionStatus.Failed)]
    public void All_variables_together_are_no_larger_than_ten_mebibytes(int variables, ExecutionStatus status)
    {
        var states = Enumerable.Range(0, variables).Select(i =>
            $"\"S{i}\":{{\"Type\":\"Pass\",\"Assign\":{{\"v{i}.$\":\"$\"}},{(i == variables - 1 ? "\"End\":true" : $"\"Next\":\"S{i + 1}\"")}}}");

        var run = Simulation.Run($"{{\"StartAt\":\"S0\",\"States\":{{{string.Join(',', states)}}}}}", Json.Of(Large).ToString());

        Assert.Equal(status, run.Execution.Status);
    }

    [Fact]
    public void Variables_that_are_gone_or_replaced_leave_their_room_to_others()
    {
        var run = Simulation.Run(
            """
            {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.l","MaxConcurrency":1,"ResultPath":null,"OutputPath":null,
              "ItemSelector":{"t.$":"$.t"},
              "ItemProcessor":{"StartAt":"I","States":{
                "I":{"Type":"Pass","Assign":{"v.$":"$.t"},"Next":"J"},
                "J":{"Type":"Pass","Assign":{"v.$":"$.t"},"OutputPath":null,"End":true}}},"End":true}}}
            """,
            $"{{\"t\":\"{Large}\",\"l\":[{string.Join(',', Enumerable.Range(0, 100))}]}}");

        Assert.Equal(ExecutionStatus.Succeeded, run.Execution.Status);
    }

    private static string? LastOf(string definition, string input = "{}") =>
        Simulation.Run(definition, input, _ => Answer.With("""{"raw":1}""")).Execution.Output?.ToString();
}
