using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class ContextObjectTests
{
    [Fact]
    public void Shows_the_nearest_iteration_in_nested_maps() =>
        Assert.Equal(
            """[[{"i":0,"v":"a"},{"i":1,"v":"b"}],[{"i":0,"v":"c"}]]""",
            Output(
                """
                {"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"N","States":{
                  "N":{"Type":"Map","ItemsPath":"$$.Map.Item.Value","ItemProcessor":{"StartAt":"I","States":{
                    "I":{"Type":"Pass","Parameters":{"i.$":"$$.Map.Item.Index","v.$":"$$.Map.Item.Value"},"End":true}}},"End":true}}},"End":true}}}
                """,
                """[["a","b"],["c"]]"""));

    [Fact]
    public void An_inner_selector_sees_the_inner_item_and_the_outer_input() =>
        Assert.Equal(
            """[[{"inner":1,"outer":{"l":[1,2]}},{"inner":2,"outer":{"l":[1,2]}}]]""",
            Output(
                """
                {"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"N","States":{
                  "N":{"Type":"Map","ItemsPath":"$.l","ItemSelector":{"inner.$":"$$.Map.Item.Value","outer.$":"$"},"ItemProcessor":{"StartAt":"I","States":{
                    "I":{"Type":"Pass","End":true}}},"End":true}}},"End":true}}}
                """,
                """[{"l":[1,2]}]"""));

    [Fact]
    public void Shows_the_iteration_inside_a_parallel_inside_a_map() =>
        Assert.Equal(
            "[[0,\"a\"],[1,\"b\"]]",
            Output(
                """
                {"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"P","States":{
                  "P":{"Type":"Parallel","Branches":[
                    {"StartAt":"A","States":{"A":{"Type":"Pass","InputPath":"$$.Map.Item.Index","End":true}}},
                    {"StartAt":"B","States":{"B":{"Type":"Pass","InputPath":"$$.Map.Item.Value","End":true}}}],"End":true}}},"End":true}}}
                """,
                """["a","b"]"""));

    [Fact]
    public void Shows_no_iteration_once_the_map_is_left()
    {
        var run = Simulation.Run(
            """
            {"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}},"Next":"L"},
              "L":{"Type":"Pass","InputPath":"$$.Map.Item.Index","End":true}}}
            """,
            "[1]");

        Assert.Equal("States.Runtime", run.Execution.Failure?.Error);
    }

    [Fact]
    public void Counts_the_retries_of_a_parallel_and_a_map_and_keeps_the_time_they_were_entered()
    {
        foreach (var inner in new[]
        {
            """ "Type":"Parallel","Branches":[{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"f","End":true}}}],"Parameters":{"n.$":"$$.State.RetryCount","t.$":"$$.State.EnteredTime"} """,
            """ "Type":"Map","ItemsPath":"$$.Execution.Input","ItemProcessor":{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"f","End":true}}},"ItemSelector":{"n.$":"$$.State.RetryCount","t.$":"$$.State.EnteredTime"} """,
        })
        {
            var run = Simulation.Run(
                Machines.Of(inner + ""","Retry":[{"ErrorEquals":["E"],"MaxAttempts":1,"IntervalSeconds":9}],"End":true """),
                "[1]",
                task => ((JsonNumber)((JsonObject)task.Input)["n"]!).Value == 0 ? Answer.Failure("E") : Answer.With(task.Input));

            Assert.Equal("""[{"n":1,"t":"2026-01-31T08:30:00.000Z"}]""", run.Execution.Output?.ToString());
        }
    }

    [Fact]
    public void Counts_the_retries_anew_on_every_visit()
    {
        var run = Simulation.Run(
            """
            {"StartAt":"T","States":{
              "T":{"Type":"Task","Resource":"f","Parameters":{"n.$":"$$.State.RetryCount"},"Retry":[{"ErrorEquals":["E"],"MaxAttempts":1}],"ResultPath":"$.r","Next":"C"},
              "C":{"Type":"Choice","Choices":[{"Variable":"$.r","NumericEquals":4,"Next":"End"}],"Default":"T"},
              "End":{"Type":"Succeed"}}}
            """,
            answer: new Turns(Answer.Failure("E"), Answer.With("2"), Answer.Failure("E"), Answer.With("4")).Next);

        Assert.Equal(["""{"n":0}""", """{"n":1}""", """{"n":0}""", """{"n":1}"""], run.Tasks.Select(task => task.Input.ToString()));
        Assert.Equal("""{"r":4}""", run.Execution.Output?.ToString());
    }

    private static string? Output(string definition, string input) => Simulation.Run(definition, input).Execution.Output?.ToString();
}
