using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Testing;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Testing;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Testing;

public sealed class StateTrialsTests
{
    private readonly ManualTimeProvider time = new();

    [Fact]
    public async Task Has_a_task_done()
    {
        var router = new ScriptedRouter(call => new TaskOutcome.Succeeded(JsonObject.Of(("got", call.Request.Input))));

        var result = await RunAsync("""{"Type":"Task","Resource":"work","Parameters":{"n":1},"End":true}""", router);

        Assert.Equal((StateTrialStatus.Succeeded, """{"got":{"n":1}}"""), (result.Status, result.Output?.ToString()));
    }

    [Fact]
    public async Task A_router_that_throws_fails_the_task()
    {
        var router = new ScriptedRouter((_, _) => throw new TaskFailureException(new Failure("Broken", "badly")));

        var result = await RunAsync("""{"Type":"Task","Resource":"work","Catch":[{"ErrorEquals":["Broken"],"Next":"A"}],"End":true}""", router);

        Assert.Equal((StateTrialStatus.CaughtError, "A"), (result.Status, result.NextState));
    }

    [Fact]
    public async Task A_task_that_takes_longer_than_its_state_allows_times_out()
    {
        var router = new ScriptedRouter(NeverAsync);
        var running = RunAsync("""{"Type":"Task","Resource":"work","TimeoutSeconds":30,"Catch":[{"ErrorEquals":["States.Timeout"],"Next":"Late"}],"End":true}""", router);
        await router.ArrivalAsync("StateName");

        time.Advance(TimeSpan.FromSeconds(30));
        var result = await running;

        Assert.Equal((StateTrialStatus.CaughtError, "Late"), (result.Status, result.NextState));
    }

    [Fact]
    public async Task A_task_that_takes_longer_than_five_minutes_is_given_up_whatever_catches_it()
    {
        var router = new ScriptedRouter(NeverAsync);
        var running = RunAsync("""{"Type":"Task","Resource":"work","Catch":[{"ErrorEquals":["States.ALL"],"Next":"Late"}],"End":true}""", router);
        var call = await router.ArrivalAsync("StateName");

        time.Advance(StateTrials.Longest);
        var result = await running;

        Assert.Equal((StateTrialStatus.Failed, new Failure("States.Timeout", null)), (result.Status, result.Failure));
        Assert.True(call.IsGivenUp());
    }

    [Theory]
    [InlineData(299, StateTrialStatus.Succeeded)]
    [InlineData(301, StateTrialStatus.Failed)]
    public async Task A_wait_takes_its_time_up_to_five_minutes(int seconds, StateTrialStatus status)
    {
        var running = RunAsync($$"""{"Type":"Wait","Seconds":{{seconds}},"End":true}""", new ScriptedRouter());
        Assert.False(running.IsCompleted);

        time.Advance(TimeSpan.FromSeconds(301));

        Assert.Equal(status, (await running).Status);
    }

    [Theory]
    [InlineData("""{"InputType":"JSON","ItemsPointer":"/rows"}""", """{"rows":[{"a":1}]}""", """[{"v":{"a":1}}]""")]
    [InlineData("""{"InputType":"JSONL"}""", "{\"a\":1}\n{\"a\":2}\n", """[{"v":{"a":1}},{"v":{"a":2}}]""")]
    [InlineData("""{"InputType":"CSV","CSVHeaderLocation":"FIRST_ROW"}""", "a,b\n1,2\n", """[{"v":{"a":"1","b":"2"}}]""")]
    public async Task Reads_the_items_of_a_Map_as_its_ItemReader_would(string config, string text, string inputs)
    {
        var state = $$$"""
            {"Type":"Map","End":true,
             "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{{{config}}},"Parameters":{"Bucket":"b","Key":"k"}},
             "ItemSelector":{"v.$":"$$.Map.Item.Value"},
             "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"A","States":{"A":{"Type":"Succeed"} } } }
            """;

        var result = await RunAsync(state, new ScriptedRouter(), start => start with { Mock = new StateMock.Returns(Json.Parse("[]")), ReaderText = text });

        Assert.Equal(inputs, result.Stages[DataStage.ItemSelector].ToString());
    }

    [Fact]
    public async Task Items_that_cannot_be_read_fail_the_state()
    {
        const string State = """
            {"Type":"Map","End":true,
             "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSON"},"Parameters":{"Bucket":"b","Key":"k"}},
             "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"A","States":{"A":{"Type":"Succeed"} } } }
            """;

        var result = await RunAsync(State, new ScriptedRouter(), start => start with { Mock = new StateMock.Returns(Json.Parse("[]")), ReaderText = "no JSON" });

        Assert.Equal((StateTrialStatus.Failed, "States.ItemReaderFailed"), (result.Status, result.Failure?.Error));
    }

    private Task<StateTrialResult> RunAsync(string state, ITaskRouter router, Func<StateTrialStart, StateTrialStart>? start = null)
    {
        var plain = new StateTrialStart { Execution = Simulation.Start(JsonObject.Empty) };
        return new StateTrials(router, time).RunAsync(LoneState.Parse(state).Machine!, LoneState.Name, start?.Invoke(plain) ?? plain);
    }

    private static async ValueTask<TaskOutcome> NeverAsync(TaskCall call, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return new TaskOutcome.Succeeded(Json.Null);
    }
}
