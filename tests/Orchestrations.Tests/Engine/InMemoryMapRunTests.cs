using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

public sealed class InMemoryMapRunTests
{
    private const string TaskGraph = """ "StartAt":"work","States":{"work":{"Type":"Task","Resource":"work","End":true}} """;
    private const string WaitGraph = """ "StartAt":"W","States":{"W":{"Type":"Wait","SecondsPath":"$","End":true}} """;

    private static readonly DateTimeOffset Beginning = Simulation.Beginning;

    [Fact]
    public async Task Yields_the_outputs_of_its_children_in_the_order_of_the_items()
    {
        var router = new ScriptedRouter(call => new TaskOutcome.Succeeded(JsonArray.Of(call.Request.Input)));

        var ended = await RunAsync(Map(TaskGraph), "[1,2,3]", router);

        Assert.Equal("[[1],[2],[3]]", ended.Output?.ToString());
    }

    [Theory]
    [InlineData("", 7)]
    [InlineData("\"MaxConcurrency\":1,", 15)]
    [InlineData("\"MaxConcurrency\":2,", 8)]
    public async Task Its_children_wait_in_the_same_virtual_time(string fields, int seconds)
    {
        var ended = await RunAsync(Map(WaitGraph, fields), "[5,7,3]");

        Assert.Equal(Beginning.AddSeconds(seconds), ended.StoppedAt);
        Assert.Equal("[5,7,3]", ended.Output?.ToString());
    }

    [Fact]
    public async Task A_child_sees_itself_as_an_execution_of_its_own()
    {
        const string Graph = """ "StartAt":"P","States":{"P":{"Type":"Pass","Parameters":{"context.$":"$$"},"End":true}} """;

        var ended = await RunAsync(Map(Graph, "\"Label\":\"items\","), """["a"]""");

        var context = ((JsonArray)ended.Output!)[0] is JsonObject output ? (JsonObject)output["context"]! : JsonObject.Empty;
        var execution = (JsonObject)context["Execution"]!;
        Assert.Equal(Json.Of("a"), execution["Input"]);
        Assert.Equal($"arn:aws:states:us-east-1:123456789012:execution:machine/items:{((JsonString)execution["Name"]!).Value}", ((JsonString)execution["Id"]!).Value);
        Assert.Equal(
            Json.Parse("""{"Id":"arn:aws:states:us-east-1:123456789012:stateMachine:machine/items","Name":"machine/items"}"""),
            context["StateMachine"]);
        Assert.False(context.Contains("Map"));
    }

    [Fact]
    public async Task Children_do_not_see_the_variables_of_the_Map()
    {
        const string Definition = """
            {"StartAt":"A","States":{
              "A":{"Type":"Pass","Assign":{"x":1},"Next":"S"},
              "S":{"Type":"Map","End":true,"ItemSelector":{"x.$":"$x"},"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
                "StartAt":"P","States":{"P":{"Type":"Pass","Parameters":{"x.$":"$x"},"End":true}}}}}}
            """;

        var ended = await RunAsync(Definition, "[1]");

        Assert.Equal(new Failure("States.ExceedToleratedFailureThreshold", "The specified tolerated failure threshold was exceeded"), ended.Failure);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("\"ToleratedFailureCount\":1,", true)]
    [InlineData("\"ToleratedFailurePercentage\":30,", false)]
    [InlineData("\"ToleratedFailurePercentage\":34,", true)]
    public async Task Tolerates_as_many_failures_as_it_may(string fields, bool succeeds)
    {
        var router = new ScriptedRouter(call => call.Request.Input.ToString() == "2" ? ScriptedRouter.Failed("E") : new TaskOutcome.Succeeded(call.Request.Input));

        var ended = await RunAsync(Map(TaskGraph, fields), "[1,2,3]", router);

        Assert.Equal(succeeds ? null : "States.ExceedToleratedFailureThreshold", ended.Failure?.Error);
        Assert.Equal(succeeds ? "1 FAILED 3" : "", string.Join(' ', (ended.Output as JsonArray ?? JsonArray.Empty).Select(Shown)));
    }

    [Fact]
    public async Task Stops_what_still_runs_when_too_much_has_failed()
    {
        const string Graph = """
            "StartAt":"C","States":{
              "C":{"Type":"Choice","Choices":[{"Variable":"$","NumericEquals":0,"Next":"F"}],"Default":"W"},
              "F":{"Type":"Fail"},
              "W":{"Type":"Wait","SecondsPath":"$","End":true}}
            """;

        var ended = await RunAsync(Map(Graph), "[100,0,200]");

        Assert.Equal((ExecutionStatus.Failed, Beginning), (ended.Status, ended.StoppedAt));
    }

    [Fact]
    public async Task Lies_within_another()
    {
        var inner = Json.Parse(Map(WaitGraph)).ToString().Replace("\"S\"", "\"inner\"", StringComparison.Ordinal)[1..^1];

        var ended = await RunAsync(Map(inner), "[[1,2],[4]]");

        Assert.Equal("[[1,2],[4]]", ended.Output?.ToString());
        Assert.Equal(Beginning.AddSeconds(4), ended.StoppedAt);
    }

    [Fact]
    public async Task Several_at_once_share_the_clock()
    {
        var branch = Map(WaitGraph);
        var other = branch.Replace("\"S\"", "\"T\"", StringComparison.Ordinal).Replace("\"W\"", "\"X\"", StringComparison.Ordinal);
        var definition = $$$"""{"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[{{{branch}}},{{{other}}}] } } }""";

        var ended = await RunAsync(definition, "[3,9]");

        Assert.Equal("[[3,9],[3,9]]", ended.Output?.ToString());
        Assert.Equal(Beginning.AddSeconds(9), ended.StoppedAt);
    }

    [Fact]
    public async Task Children_live_no_longer_than_executions_of_their_kind()
    {
        var ended = await RunAsync(Map(WaitGraph, type: "EXPRESS"), "[301]");

        Assert.Equal(("States.ExceedToleratedFailureThreshold", Beginning.AddSeconds(300)), (ended.Failure?.Error, ended.StoppedAt));
    }

    [Fact]
    public async Task A_child_that_waits_for_a_callback_nobody_can_send_leaves_all_as_it_stands()
    {
        const string Graph = """ "StartAt":"work","States":{"work":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","End":true}} """;

        var ended = await RunAsync(Map(Graph), "[1]", new ScriptedRouter(_ => new TaskOutcome.Submitted(JsonObject.Empty)));

        Assert.Equal(ExecutionStatus.Running, ended.Status);
    }

    [Fact]
    public async Task Cancelling_stops_the_children_too()
    {
        using var cancellation = new CancellationTokenSource();
        var stopped = new TaskCompletionSource();
        var router = new ScriptedRouter(async (_, cancellationToken) =>
        {
            cancellationToken.Register(stopped.SetResult);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new TaskOutcome.Succeeded(Json.Null);
        });
        var running = InMemoryRun.RunAsync(Simulation.Machine(Map(TaskGraph)), Start("[1]"), router, Beginning, cancellationToken: cancellation.Token);
        await router.ArrivalAsync("work");

        await cancellation.CancelAsync();

        Assert.Equal(ExecutionStatus.Aborted, (await running).Status);
        await stopped.Task;
    }

    [Fact]
    public async Task Many_children_one_after_the_other_take_no_more_stack_than_one()
    {
        const string Graph = """ "StartAt":"P","States":{"P":{"Type":"Pass","Result":0,"End":true}} """;
        var items = JsonArray.Of(Enumerable.Range(0, 20_000).Select(item => Json.Of(item)));

        var ended = await RunAsync(Map(Graph, "\"MaxConcurrency\":1,"), items.ToString());

        Assert.Equal(20_000, Assert.IsType<JsonArray>(ended.Output).Count);
    }

    [Fact]
    public async Task Reads_its_items_from_blobs_and_leaves_its_results_there()
    {
        var blobs = new InMemoryBlobStore(TimeProvider.System);
        await blobs.WriteAsync("in/items.jsonl", new MemoryStream("1\n2\n3\n"u8.ToArray()), new BlobDraft("text/plain", "test"));
        const string Fields = """
            "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","Parameters":{"Bucket":"in","Key":"items.jsonl"},"ReaderConfig":{"InputType":"JSONL"}},
            "ItemBatcher":{"MaxItemsPerBatch":2},
            "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":"out","Prefix":"results"}},
            """;
        const string Graph = """ "StartAt":"P","States":{"P":{"Type":"Pass","End":true}} """;

        var ended = await InMemoryRun.RunAsync(Simulation.Machine(Map(Graph, Fields)), Start("{}"), new ScriptedRouter(), Beginning, blobs: blobs);

        var details = (JsonObject)((JsonObject)ended.Output!)["ResultWriterDetails"]!;
        Assert.Equal(Json.Of("out"), details["Bucket"]);
        Assert.NotNull(await blobs.OpenAsync($"out/{((JsonString)details["Key"]!).Value}"));
    }

    [Fact]
    public async Task Runs_in_real_time_too()
    {
        var ended = await InMemoryRun.RunInRealTimeAsync(Simulation.Machine(Map(TaskGraph)), Start("[1,2,3]"), new ScriptedRouter(), TimeProvider.System);

        Assert.Equal("[1,2,3]", ended.Output?.ToString());
    }

    [Fact]
    public void A_child_is_the_same_whenever_it_is_begun()
    {
        var task = Simulation.Of(Map(TaskGraph), "[1]", _ => Answer.Never).Tasks.Single();
        var request = MapRunRequest.Of(task);

        var first = ChildStart.Of(task, request, new ChildInput(0, Json.Of(1), 1));

        Assert.Equal(first, ChildStart.Of(task, request, new ChildInput(0, Json.Of(1), 1)));
        Assert.NotEqual(first.Seed, ChildStart.Of(task, request, new ChildInput(1, Json.Of(1), 1)).Seed);
        Assert.Equal(new ParentTask(task.Execution.ExecutionArn, task.Task), first.Parent);
        Assert.Equal(StateMachineType.Standard, request.ExecutionType);
    }

    [Fact]
    public async Task The_children_of_a_child_work_for_the_execution_that_is_no_child()
    {
        var inner = Json.Parse(Map(TaskGraph)).ToString().Replace("\"S\"", "\"inner\"", StringComparison.Ordinal)[1..^1];
        var router = new ScriptedRouter(call => new TaskOutcome.Succeeded(Json.Of(FactCodec.FromJson(FactCodec.ToJson(new Fact.Started(Beginning, call.Execution))) is Fact.Started started ? started.Start.RunName : "")));

        var ended = await RunAsync(Map(inner), "[[1,2],[4]]", router);

        var name = Start("[]").Name;
        Assert.Equal($"""[["{name}","{name}"],["{name}"]]""", ended.Output?.ToString());
    }

    private static string Shown(Json output) => output is JsonObject child ? ((JsonString)child["Status"]!).Value : output.ToString();

    private static string Map(string graph, string fields = "", string type = "STANDARD") =>
        $$$"""
        {"StartAt":"S","States":{"S":{"Type":"Map",{{{fields}}}"End":true,"ItemProcessor":{
          "ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"{{{type}}}"}, {{{graph}}} } } } }
        """;

    private static Task<Execution> RunAsync(string definition, string input, ITaskRouter? router = null) =>
        InMemoryRun.RunAsync(Simulation.Machine(definition), Start(input), router ?? new ScriptedRouter(), Beginning);

    private static ExecutionStart Start(string input) => Simulation.Start(Json.Parse(input)) with
    {
        StateMachineArn = "arn:aws:states:us-east-1:123456789012:stateMachine:machine",
        StateMachineName = "machine",
    };
}
