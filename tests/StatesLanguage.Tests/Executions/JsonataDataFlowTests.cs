using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

/// <summary>How data goes into states written in JSONata and out of them.</summary>
public sealed class JsonataDataFlowTests
{
    private const string Task = """ "Type":"Task","Resource":"f" """;
    private const string Parallel = """ "Type":"Parallel","Branches":[{"StartAt":"B","States":{"B":{"Type":"Pass","End":true}}}] """;
    private const string Map = """ "Type":"Map","Items":"{% $states.input.l %}","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}} """;

    [Theory]
    [InlineData(""" "Type":"Pass","End":true """, """{"l":[1]}""")]
    [InlineData(""" "Type":"Succeed" """, """{"l":[1]}""")]
    [InlineData(""" "Type":"Wait","Seconds":1,"End":true """, """{"l":[1]}""")]
    [InlineData(Task + """, "End":true """, "\"result\"")]
    [InlineData(Parallel + """, "End":true """, """[{"l":[1]}]""")]
    [InlineData(Map + """, "End":true """, "[1]")]
    public void A_state_without_Output_hands_on_its_result_or_else_its_input(string fields, string output) =>
        Assert.Equal(output, Output(fields, """{"l":[1]}"""));

    [Theory]
    [InlineData(""" "Type":"Pass","End":true """)]
    [InlineData(""" "Type":"Succeed" """)]
    [InlineData(""" "Type":"Wait","Seconds":1,"End":true """)]
    [InlineData(Task + """, "End":true """)]
    [InlineData(Parallel + """, "End":true """)]
    [InlineData(Map + """, "End":true """)]
    public void Output_takes_the_place_of_what_a_state_would_hand_on(string fields) =>
        Assert.Equal(
            """{"in":[1],"fixed":["$states.input",{"x":null}],"name":"run-1"}""",
            Output(
                fields + """,  "Output":{"in":"{% $states.input.l %}","fixed":["$states.input",{"x":null}],"name":"{%$states.context.Execution.Name%}"} """,
                """{"l":[1]}"""));

    [Theory]
    [InlineData(Task, "\"result\"")]
    [InlineData(Parallel, """[{"l":[1]}]""")]
    [InlineData(Map, "[1]")]
    public void Output_and_Assign_see_the_result(string fields, string result)
    {
        var run = Simulation.Run(
            $$"""
            {"QueryLanguage":"JSONata","StartAt":"S","States":{
              "S":{ {{fields}},"Assign":{"v":"{% $states.result %}"},"Output":{"r":"{% $states.result %}"},"Next":"L"},
              "L":{"Type":"Pass","Output":"{% {'v': $v, 'in': $states.input} %}","End":true} } }
            """,
            """{"l":[1]}""",
            _ => Answer.With("\"result\""));

        Assert.Equal($$$"""{"v":{{{result}}},"in":{"r":{{{result}}}}}""", run.Execution.Output?.ToString());
    }

    [Fact]
    public void States_shows_input_context_and_result_in_that_order() =>
        Assert.Equal(
            ["input", "context", "result"],
            ((JsonObject)Json.Parse(Output($$""" {{Task}},"Output":"{% $states %}","End":true """, "{}"))).Names);

    [Fact]
    public void Arguments_make_the_input_of_a_task()
    {
        var run = Simulation.Run(Machine($$""" {{Task}},"Arguments":{"n":"{% $states.input.n + 1 %}","fixed":1.50},"End":true """), """{"n":1}""");

        Assert.Equal("""{"n":2,"fixed":1.50}""", run.Tasks.Single().Input.ToString());
    }

    [Fact]
    public void The_token_of_a_callback_is_in_the_context_object()
    {
        var run = Simulation.Of(
            Machine(""" "Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","Arguments":{"token":"{% $states.context.Task.Token %}"},"End":true """),
            "{}",
            _ => Answer.Submitted("{}"));
        run.Step();

        var task = run.Tasks.Single();
        Assert.Equal(TaskToken.Create(task.Execution, task.Task), ((JsonString)((JsonObject)task.Input)["token"]!).Value);
    }

    [Fact]
    public void Arguments_make_the_input_of_the_branches() =>
        Assert.Equal("[[1]]", Output($$""" {{Parallel}},"Arguments":"{% $states.input.l %}","End":true """, """{"l":[1]}"""));

    [Fact]
    public void Every_item_goes_through_the_ItemSelector() =>
        Assert.Equal(
            """[{"i":0,"v":"a","of":2},{"i":1,"v":"b","of":2}]""",
            Output(
                $$$""" {{{Map}}},"ItemSelector":{"i":"{% $states.context.Map.Item.Index %}","v":"{% $states.context.Map.Item.Value %}","of":"{% $count($states.input.l) %}"},"End":true """,
                """{"l":["a","b"]}"""));

    [Fact]
    public void Items_may_be_listed_with_expressions_among_them() =>
        Assert.Equal(
            "[1,2,[3]]",
            Output(""" "Type":"Map","Items":[1,"{% $states.input.two %}",["{% 3 %}"]],"ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}},"End":true """, """{"two":2}"""));

    [Theory]
    [InlineData("true", """{"rule":true}""", "\"rule\"")]
    [InlineData("false", """{"otherwise":false}""", "\"default\"")]
    public void A_Choice_hands_on_and_assigns_what_the_rule_says_or_else_itself(string go, string output, string assigned)
    {
        var run = Simulation.Run(
            """
            {"QueryLanguage":"JSONata","StartAt":"C","States":{
              "C":{"Type":"Choice",
                "Choices":[{"Condition":"{% $states.input %}","Output":{"rule":"{% $states.input %}"},"Assign":{"v":"rule"},"Next":"L"}],
                "Default":"L","Output":{"otherwise":"{% $states.input %}"},"Assign":{"v":"default"}},
              "L":{"Type":"Pass","Output":["{% $states.input %}","{% $v %}"],"End":true}}}
            """,
            go);

        Assert.Equal($"[{output},{assigned}]", run.Execution.Output?.ToString());
    }

    [Theory]
    [InlineData("\"Output\":\"{% $states.errorOutput.Cause & ' in ' & $states.input.a %}\"", "[\"two in x\",null]")]
    [InlineData("\"Assign\":{\"v\":\"{% $states.errorOutput.Error %}\"}", """[{"Error":"E","Cause":"two"},"E"]""")]
    [InlineData("\"Comment\":\"nothing\"", """[{"Error":"E","Cause":"two"},null]""")]
    public void A_catcher_hands_on_the_error_output_or_what_it_says(string catcher, string output)
    {
        var run = Simulation.Run(
            $$"""
            {"QueryLanguage":"JSONata","StartAt":"S","States":{
              "S":{ {{Task}},"Catch":[{"ErrorEquals":["States.ALL"],{{catcher}},"Next":"L"}],"End":true },
              "L":{"Type":"Pass","Output":["{% $states.input %}","{% $exists($v) ? $v : null %}"],"End":true} } }
            """,
            """{"a":"x"}""",
            _ => Answer.Failure("E", "two"));

        Assert.Equal(output, run.Execution.Output?.ToString());
    }

    [Fact]
    public void Assign_and_Output_see_the_variables_as_they_were() =>
        Assert.Equal(
            """[["old",1],"old","new"]""",
            Simulation.Run(
                """
                {"QueryLanguage":"JSONata","StartAt":"A","States":{
                  "A":{"Type":"Pass","Assign":{"v":"old","n":1},"Next":"B"},
                  "B":{"Type":"Pass","Assign":{"v":"new","w":"{% [$v, $n] %}"},"Output":"{% $v %}","Next":"C"},
                  "C":{"Type":"Pass","Output":["{% $w %}","{% $states.input %}","{% $v %}"],"End":true}}}
                """).Execution.Output?.ToString());

    [Fact]
    public void Both_languages_share_the_variables() =>
        Assert.Equal(
            """{"b":[2,1]}""",
            Simulation.Run(
                """
                {"StartAt":"A","States":{
                  "A":{"Type":"Pass","Assign":{"a.$":"$.n"},"Next":"B"},
                  "B":{"Type":"Pass","QueryLanguage":"JSONata","Assign":{"b":"{% [$a + 1, $a] %}"},"Next":"C"},
                  "C":{"Type":"Pass","Parameters":{"b.$":"$b"},"End":true}}}
                """,
                """{"n":1}""").Execution.Output?.ToString());

    [Fact]
    public void A_Fail_works_out_its_error_and_cause() =>
        Assert.Equal(
            new Failure("E7", "in F"),
            Simulation.Run(Machine(""" "Type":"Fail","Error":"{% 'E' & $states.input %}","Cause":"{% 'in F' %}" """), "7").Execution.Failure);

    [Theory]
    [InlineData("\"Seconds\":\"{% $states.input.n * 2 %}\"")]
    [InlineData("\"Timestamp\":\"{% '2026-01-31T08:30:10Z' %}\"")]
    public void A_Wait_works_out_how_long(string delay) =>
        Assert.Equal(Simulation.Beginning.AddSeconds(10), Simulation.Run(Machine($""" "Type":"Wait",{delay},"End":true """), """{"n":5}""").Execution.StoppedAt);

    [Fact]
    public void A_Task_works_out_its_limits()
    {
        var run = Simulation.Run(
            Machine($$""" {{Task}},"TimeoutSeconds":"{% $states.input.n * 2 %}","HeartbeatSeconds":"{% $states.input.n %}","End":true """),
            """{"n":5}""",
            _ => Answer.Never);

        Assert.Equal(Simulation.Beginning.AddSeconds(10), run.Tasks.Single().Deadline);
        Assert.Equal(Simulation.Beginning.AddSeconds(5), run.Execution.StoppedAt);
    }

    [Fact]
    public void The_moment_is_that_of_the_fact_and_chance_follows_from_the_seed()
    {
        const string Fields = """ "Type":"Pass","Output":["{% $now() %}","{% $millis() %}","{% $random() %}","{% $uuid() %}"],"End":true """;

        var output = (JsonArray)Json.Parse(Output(Fields, "{}"));

        Assert.Equal("2026-01-31T08:30:00.000Z", ((JsonString)output[0]).Value);
        Assert.Equal(Simulation.Beginning.ToUnixTimeMilliseconds(), ((JsonNumber)output[1]).Value);
        Assert.Equal(output.ToString(), Output(Fields, "{}"));
    }

    [Fact]
    public void Credentials_are_worked_out_and_shown_in_the_history()
    {
        var run = Simulation.Run(Machine($$$""" {{{Task}}},"Credentials":{"RoleArn":"{% $states.input.role %}"},"End":true """), """{"role":"arn:role"}""");

        Assert.Contains(run.History, happened => happened.Details is History.HistoryDetails.LambdaFunctionScheduled { Credentials: JsonObject role } && role["RoleArn"]?.ToString() == "\"arn:role\"");
    }

    private static string Machine(string fields) => """{"QueryLanguage":"JSONata","StartAt":"S","States":{"S":{""" + fields + "}}}";

    private static string Output(string fields, string input)
    {
        var run = Simulation.Run(Machine(fields), input, _ => Answer.With("\"result\""));
        Assert.Equal((ExecutionStatus.Succeeded, null), (run.Execution.Status, run.Execution.Failure));
        return run.Execution.Output!.ToString();
    }
}
