using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Testing;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Testing;

public sealed class MapTrialTests
{
    private const string Distributed = """ "ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"}, """;

    [Theory]
    [InlineData("")]
    [InlineData(Distributed)]
    public void Shows_the_items_and_what_the_selector_makes_of_them(string mode)
    {
        var result = Trial.OfState(
            Map(mode, """ "ItemsPath":"$.items","ItemSelector":{"n.$":"$$.Map.Item.Index","v.$":"$$.Map.Item.Value","k.$":"$.k"},"MaxConcurrency":2,"ToleratedFailureCount":1, """),
            """{"items":["a","b"],"k":7}""",
            Trial.Returns("[1,2]"));

        Assert.Equal(
            """
            InputPath {"items":["a","b"],"k":7}
            ItemsPath ["a","b"]
            ItemSelector [{"n":0,"v":"a","k":7},{"n":1,"v":"b","k":7}]
            MaxConcurrency 2
            ToleratedFailureCount 1
            ResultSelector [1,2]
            ResultPath [1,2]
            """,
            result.Stages());
        Assert.Equal((StateTrialStatus.Succeeded, "[1,2]"), (result.Status, result.Output?.ToString()));
    }

    [Theory]
    [InlineData("", "", 3, StateTrialStatus.Succeeded)]
    [InlineData("", """ "ToleratedFailureCount":1, """, 1, StateTrialStatus.Succeeded)]
    [InlineData("", """ "ToleratedFailureCount":1, """, 2, StateTrialStatus.Failed)]
    [InlineData("", """ "ToleratedFailurePercentage":50, """, 2, StateTrialStatus.Succeeded)]
    [InlineData("", """ "ToleratedFailurePercentage":50, """, 3, StateTrialStatus.Failed)]
    [InlineData(Distributed, "", 3, StateTrialStatus.Succeeded)]
    [InlineData(Distributed, """ "ToleratedFailureCount":1, """, 1, StateTrialStatus.Succeeded)]
    [InlineData(Distributed, """ "ToleratedFailureCount":1, """, 2, StateTrialStatus.Failed)]
    [InlineData(Distributed, """ "ToleratedFailurePercentage":50, """, 2, StateTrialStatus.Succeeded)]
    [InlineData(Distributed, """ "ToleratedFailurePercentage":50, """, 3, StateTrialStatus.Failed)]
    public void Fails_when_more_iterations_failed_than_are_tolerated(string mode, string fields, int failed, StateTrialStatus status)
    {
        var result = Trial.OfState(Map(mode, fields), "[1,2,3,4]", start => Trial.Returns("[1,2,3,4]")(start) with { FailedIterations = failed });

        Assert.Equal(
            (status, status == StateTrialStatus.Failed ? new Failure("States.ExceedToleratedFailureThreshold", "The specified tolerated failure threshold was exceeded") : null),
            (result.Status, result.Failure));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Distributed)]
    public void A_Map_without_items_yields_what_stands_in_for_it(string mode) =>
        Assert.Equal("[7]", Trial.OfState(Map(mode, ""), "[]", Trial.Returns("[7]")).Output?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData(Distributed)]
    public void A_selector_that_finds_nothing_fails_the_state(string mode)
    {
        var result = Trial.OfState(Map(mode, """ "ItemSelector":{"x.$":"$.missing"}, """), "[1]", Trial.Returns("[1]"));

        Assert.Equal((StateTrialStatus.Failed, "States.Runtime"), (result.Status, result.Failure?.Error));
    }

    [Fact]
    public void Asks_for_the_items_that_an_ItemReader_would_read_and_shows_the_batches()
    {
        var state = Map(
            Distributed,
            """
            "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSON","ItemsPointer":"/rows"},"Parameters":{"Bucket":"b","Key.$":"$.key"}},
            "ItemSelector":{"v.$":"$$.Map.Item.Value"},
            "ItemBatcher":{"MaxItemsPerBatch":2,"BatchInput":{"k.$":"$.key"}},
            """);
        var trial = new StateTrial(
            LoneState.Parse(state).Machine!,
            LoneState.Name,
            Trial.Returns("[1]")(new StateTrialStart { Execution = Simulation.Start(Json.Parse("""{"key":"a.json"}""")), ReaderText = """{"rows":[1,2,3]}""" }));

        var items = Assert.IsType<TrialNeed.Items>(trial.Begin(Simulation.Beginning));
        var result = Assert.IsType<TrialNeed.Nothing>(trial.Read([Json.Of(1), Json.Of(2), Json.Of(3)], Simulation.Beginning)).Result;

        Assert.Equal("""{"Bucket":"b","Key":"a.json"}""", items.Source.Arguments.ToString());
        Assert.Equal(
            """
            InputPath {"key":"a.json"}
            ItemsPointer [1,2,3]
            ItemSelector [{"v":1},{"v":2},{"v":3}]
            ItemBatcher [{"BatchInput":{"k":"a.json"},"Items":[{"v":1},{"v":2}]},{"BatchInput":{"k":"a.json"},"Items":[{"v":3}]}]
            MaxConcurrency 0
            ResultSelector [1]
            ResultPath [1]
            """,
            result.Stages());
    }

    [Fact]
    public void A_reader_that_fails_fails_the_state_and_may_be_caught()
    {
        var state = Map(
            Distributed,
            """
            "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSON"},"Parameters":{"Bucket":"b","Key":"k"}},
            "Catch":[{"ErrorEquals":["States.ItemReaderFailed"],"Next":"Sorry"}],
            """);
        var trial = new StateTrial(LoneState.Parse(state).Machine!, LoneState.Name, Trial.Returns("[]")(new StateTrialStart { Execution = Simulation.Start(JsonObject.Empty), ReaderText = "?" }));
        trial.Begin(Simulation.Beginning);

        var result = Assert.IsType<TrialNeed.Nothing>(trial.Fail(MapRunFailure.OfReader("no JSON"), Simulation.Beginning)).Result;

        Assert.Equal((StateTrialStatus.CaughtError, "Sorry", 0), (result.Status, result.NextState, result.CatchIndex));
    }

    [Fact]
    public void Shows_of_a_Parallel_only_what_becomes_of_its_result()
    {
        var result = Trial.OfState(
            """{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}],"Parameters":{"x":1},"ResultPath":"$.all","End":true}""",
            """{"a":1}""",
            Trial.Returns("[2]"));

        Assert.Equal("ResultSelector [2]\nResultPath {\"a\":1,\"all\":[2]}", result.Stages());
    }

    private static string Map(string mode, string fields) =>
        """{"Type":"Map","ItemProcessor":{""" + mode + """ "StartAt":"A","States":{"A":{"Type":"Succeed"}}},""" + fields + """ "End":true}""";
}
