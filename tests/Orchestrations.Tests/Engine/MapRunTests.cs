using System.Collections.Concurrent;
using System.Text;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

public sealed class MapRunTests
{
    private const string Fails = """{"fails":true}""";

    private readonly InMemoryBlobStore blobs = new(new ManualTimeProvider());

    [Fact]
    public async Task Runs_an_execution_of_its_own_for_each_item()
    {
        await using var fixture = await OpenAsync(Each());

        var parent = await fixture.RunAsync("""["a","b"]""");

        Assert.Equal("""["a","b"]""", parent.Output!.ToString());
        var run = Assert.Single((await fixture.Engine.MapRuns.ListAsync(parent.Summary.ExecutionArn, 10, cursor: null)).Items);
        Assert.Equal((MapRunStatus.Succeeded, parent.Summary.ExecutionArn), (run.Status, run.ExecutionArn));
        Assert.Equal(new MapRunTally(new MapRunCounts { Succeeded = 2 }, new MapRunCounts { Succeeded = 2 }, IsComplete: true), run.Tally);
        Assert.Equal(run, await fixture.Engine.MapRuns.DescribeAsync(run.Arn));
        var children = (await fixture.Engine.MapRuns.ListChildrenAsync(run.Arn, status: null, 10, cursor: null)).Items;
        Assert.Equal([fixture.MachineArn + "/each", fixture.MachineArn + "/each"], children.Select(child => child.StateMachineArn));
        Assert.All(children, child => Assert.Equal((ExecutionStatus.Succeeded, run.Arn, 1), (child.Status, child.MapRunArn, child.ItemCount)));
        var child = await fixture.Executions.DescribeAsync(children[1].ExecutionArn);
        Assert.Equal("\"a\"", child.Input.ToString());
        Assert.Equal(parent.Summary.ExecutionArn, child.Parent!.ExecutionArn);
        Assert.Equal(
            [HistoryEventType.ExecutionStarted, HistoryEventType.TaskStateEntered, HistoryEventType.ExecutionSucceeded],
            await EventTypesAsync(fixture, children[0].ExecutionArn, HistoryEventType.ExecutionStarted, HistoryEventType.TaskStateEntered, HistoryEventType.ExecutionSucceeded));
        Assert.Equal([parent.Summary], (await fixture.Executions.ListAsync(fixture.MachineArn, status: null, 10, cursor: null)).Items);
    }

    [Fact]
    public async Task Reads_the_items_from_a_file_and_writes_the_results_into_files()
    {
        await WriteAsync("data/items.jsonl", "{\"n\":1}\n" + Fails + "\n{\"n\":3}\n");
        await using var fixture = await OpenAsync(Each(
            """
            "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSONL"},"Parameters":{"Bucket":"data","Key":"items.jsonl"}},
            "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":"results","Prefix":"today"}},"ToleratedFailureCount":1,
            """), FailWhereTold());

        var parent = await fixture.RunAsync();

        var run = (await fixture.Engine.MapRuns.ListAsync(parent.Summary.ExecutionArn, 1, cursor: null)).Items[0];
        var id = MapRunArn.Parse(run.Arn).Id;
        Assert.Equal($$$"""{"MapRunArn":"{{{run.Arn}}}","ResultWriterDetails":{"Bucket":"results","Key":"today/{{{id}}}/manifest.json"}}""", parent.Output!.ToString());
        var succeeded = (JsonArray)await ReadAsync($"results/today/{id}/SUCCEEDED_0.json");
        var failed = (JsonArray)await ReadAsync($"results/today/{id}/FAILED_0.json");
        var manifest = (JsonObject)await ReadAsync($"results/today/{id}/manifest.json");
        Assert.Equal(["""{"n":1}""", """{"n":3}"""], succeeded.Select(child => Text(child, "Output")));
        Assert.Equal(["Told"], failed.Select(child => Text(child, "Error")));
        Assert.Equal(
            $$$"""{"FAILED":[{"Key":"today/{{{id}}}/FAILED_0.json","Size":{{{failed.Utf8Length}}}}],"PENDING":[],"SUCCEEDED":[{"Key":"today/{{{id}}}/SUCCEEDED_0.json","Size":{{{succeeded.Utf8Length}}}}]}""",
            manifest["ResultFiles"]!.ToString());
        Assert.Equal(new MapRunCounts { Succeeded = 2, Failed = 1, ResultsWritten = 3 }, run.Tally.Executions);
    }

    [Theory]
    [InlineData("""{"Transformation":"COMPACT","OutputType":"JSON"}""", "[[1],[2,3]]")]
    [InlineData("""{"Transformation":"FLATTEN","OutputType":"JSON"}""", "[1,2,3]")]
    [InlineData("""{"Transformation":"FLATTEN","OutputType":"JSONL"}""", "1\n2\n3\n")]
    public async Task Writes_results_in_the_form_that_is_asked_for(string config, string file)
    {
        await using var fixture = await OpenAsync(Each(
            $$$"""
            "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":"results"},"WriterConfig":{{{config}}}},
            """));

        var parent = await fixture.RunAsync("[[1],[2,3]]");

        var id = MapRunArn.Parse(Text(parent.Output!, "MapRunArn")).Id;
        Assert.Equal(file, await TextAsync($"results/{id}/SUCCEEDED_0.json"));
    }

    [Theory]
    [InlineData("\"ItemReader\":{\"Resource\":\"arn:aws:states:::s3:getObject\",\"ReaderConfig\":{\"InputType\":\"JSON\"},\"Parameters\":{\"Bucket\":\"data\",\"Key\":\"none\"}},", "States.ItemReaderFailed")]
    [InlineData("\"ResultWriter\":{\"Resource\":\"arn:aws:states:::s3:putObject\",\"Parameters\":{\"Bucket\":\"..\"}},", "States.ResultWriterFailed")]
    public async Task Fails_when_its_items_cannot_be_read_or_its_results_written(string fields, string error)
    {
        await using var fixture = await OpenAsync(Each(fields));

        var parent = await fixture.RunAsync("[1]");

        Assert.Equal((ExecutionStatus.Failed, error), (parent.Summary.Status, parent.Failure!.Error));
        var run = (await fixture.Engine.MapRuns.ListAsync(parent.Summary.ExecutionArn, 1, cursor: null)).Items[0];
        Assert.Equal((MapRunStatus.Failed, parent.Failure), (run.Status, run.Failure));
    }

    [Fact]
    public async Task Lets_no_more_children_run_at_once_than_it_says_and_takes_another_word_for_it_meanwhile()
    {
        var gate = new Gate();
        await using var fixture = await OpenAsync(Each("\"MaxConcurrency\":2,"), gate.Router);
        var parent = await fixture.StartAsync("[1,2,3,4,5,6]");

        await gate.WaitForAsync(2);
        var run = (await fixture.Engine.MapRuns.ListAsync(parent.ExecutionArn, 1, cursor: null)).Items[0];
        Assert.Equal(new MapRunCounts { Running = 2, Pending = 4 }, run.Tally.Executions);
        await fixture.Engine.MapRuns.UpdateAsync(run.Arn, new MapRunChange(5, null, null));
        await gate.WaitForAsync(5);
        gate.Open();
        var ended = await fixture.Executions.WaitForEndAsync(parent.ExecutionArn);

        Assert.Equal("[1,2,3,4,5,6]", ended.Output!.ToString());
        Assert.Equal(5, gate.MostAtOnce);
        await AssertRefusedAsync(Refusal.MapRunHasEnded, () => fixture.Engine.MapRuns.UpdateAsync(run.Arn, new MapRunChange(1, null, null)).AsTask());
    }

    [Fact]
    public async Task Never_lets_more_children_run_at_once_than_the_host_takes()
    {
        var gate = new Gate();
        await using var fixture = await OpenAsync(Each(), gate.Router, concurrency: 3);
        var parent = await fixture.StartAsync("[1,2,3,4,5,6]");

        await gate.WaitForAsync(3);
        gate.Open();
        await fixture.Executions.WaitForEndAsync(parent.ExecutionArn);

        Assert.Equal(3, gate.MostAtOnce);
    }

    [Fact]
    public async Task Is_cut_short_when_more_items_fail_than_are_tolerated_and_writes_what_became_of_each()
    {
        var gate = new Gate(fails: call => call.Request.Input is JsonObject);
        await using var fixture = await OpenAsync(
            Each("\"MaxConcurrency\":3,\"ToleratedFailureCount\":1,\"ResultWriter\":{\"Resource\":\"arn:aws:states:::s3:putObject\",\"Parameters\":{\"Bucket\":\"results\"}},"), gate.Router);

        var parent = await fixture.RunAsync($"[{Fails},{Fails},3,4,5]");

        Assert.Equal(MapRunFailure.ThresholdExceeded, parent.Failure);
        var run = (await fixture.Engine.MapRuns.ListAsync(parent.Summary.ExecutionArn, 1, cursor: null)).Items[0];
        Assert.Equal(MapRunStatus.Failed, run.Status);
        Assert.Equal((2, 5, 0), (run.Tally.Executions.Failed, run.Tally.Executions.Unsuccessful, run.Tally.Executions.Succeeded));
        var id = MapRunArn.Parse(run.Arn).Id;
        Assert.Equal(["FAILED", "FAILED"], ((JsonArray)await ReadAsync($"results/{id}/FAILED_0.json")).Select(child => Text(child, "Status")).Take(2));
        Assert.Contains("\"5\"", (await ReadAsync($"results/{id}/PENDING_0.json")).ToString(), StringComparison.Ordinal);
        Assert.Empty((await fixture.Engine.MapRuns.ListChildrenAsync(run.Arn, ExecutionStatus.Running, 10, cursor: null)).Items);
    }

    [Fact]
    public async Task Is_cut_short_by_a_lower_tolerance_that_comes_meanwhile()
    {
        var gate = new Gate(fails: call => call.Request.Input is JsonObject);
        await using var fixture = await OpenAsync(Each("\"ToleratedFailurePercentage\":100,"), gate.Router);
        var parent = await fixture.StartAsync($"[{Fails},2]");
        await gate.WaitForAsync(1);
        var run = await ChildEndedAsync(fixture, parent.ExecutionArn, run => run.Tally.Executions.Failed == 1);

        await fixture.Engine.MapRuns.UpdateAsync(run.Arn, new MapRunChange(null, null, ToleratedFailurePercentage: 10));
        var ended = await fixture.Executions.WaitForEndAsync(parent.ExecutionArn);

        Assert.Equal(MapRunFailure.ThresholdExceeded, ended.Failure);
    }

    [Fact]
    public async Task Stops_its_children_when_its_execution_is_stopped()
    {
        var gate = new Gate();
        await using var fixture = await OpenAsync(Each("\"MaxConcurrency\":2,"), gate.Router);
        var parent = await fixture.StartAsync("[1,2,3]");
        await gate.WaitForAsync(2);

        await fixture.Executions.StopAsync(parent.ExecutionArn, error: null, cause: null);
        var run = await ChildEndedAsync(fixture, parent.ExecutionArn, run => run.Status != MapRunStatus.Running);

        Assert.Equal((MapRunStatus.Aborted, new MapRunCounts { Aborted = 3 }), (run.Status, run.Tally.Executions));
        var children = (await fixture.Engine.MapRuns.ListChildrenAsync(run.Arn, status: null, 10, cursor: null)).Items;
        Assert.Equal([ExecutionStatus.Aborted, ExecutionStatus.Aborted], children.Select(child => child.Status));
    }

    [Fact]
    public async Task Has_only_what_did_not_succeed_go_on_when_its_execution_is_redriven()
    {
        var fails = true;
        var router = new ScriptedRouter(call => fails && call.Request.Input is JsonObject ? ScriptedRouter.Failed("Told") : new TaskOutcome.Succeeded(call.Request.Input));
        await using var fixture = await OpenAsync(Each("\"MaxConcurrency\":1,"), router);
        var parent = await fixture.RunAsync($"[1,{Fails},3]");
        var before = router.Calls.Count;

        fails = false;
        await fixture.Executions.RedriveAsync(parent.Summary.ExecutionArn);
        var redriven = await fixture.Executions.WaitForEndAsync(parent.Summary.ExecutionArn);

        Assert.Equal(ExecutionStatus.Failed, parent.Summary.Status);
        Assert.Equal($"[1,{Fails},3]", redriven.Output!.ToString());
        Assert.Equal([Fails, "3"], router.Calls.Skip(before).Select(call => call.Request.Input.ToString()));
        var run = Assert.Single((await fixture.Engine.MapRuns.ListAsync(parent.Summary.ExecutionArn, 10, cursor: null)).Items);
        Assert.Equal((MapRunStatus.Succeeded, 1, new MapRunCounts { Succeeded = 3 }), (run.Status, run.RedriveCount, run.Tally.Executions));
        var again = Assert.Single((await fixture.Engine.MapRuns.ListChildrenAsync(run.Arn, status: null, 10, cursor: null, isRedriven: true)).Items);
        Assert.Equal((1, ExecutionStatus.Succeeded), (again.RedriveCount, again.Status));
    }

    [Fact]
    public async Task Its_children_are_redriven_with_it_and_not_alone()
    {
        await using var fixture = await OpenAsync(Each(), FailWhereTold());
        var parent = await fixture.RunAsync($"[{Fails}]");
        var run = (await fixture.Engine.MapRuns.ListAsync(parent.Summary.ExecutionArn, 1, cursor: null)).Items[0];
        var child = (await fixture.Engine.MapRuns.ListChildrenAsync(run.Arn, status: null, 1, cursor: null)).Items[0].ExecutionArn;

        Assert.Equal(RedriveStatus.RedrivableByMapRun, (await fixture.Executions.DescribeAsync(child)).RedriveStatus);
        await AssertRefusedAsync(Refusal.ExecutionNotRedrivable, () => fixture.Executions.RedriveAsync(child).AsTask());
    }

    [Fact]
    public async Task Goes_on_where_it_was_when_the_engine_is_opened_again()
    {
        var gate = new Gate();
        await using var fixture = await OpenAsync(Each("\"MaxConcurrency\":2,"), gate.Router);
        var parent = await fixture.StartAsync("[1,2,3,4]");
        await gate.WaitForAsync(2);

        var router = new ScriptedRouter();
        await fixture.ReopenAsync(router);
        var ended = await fixture.Executions.WaitForEndAsync(parent.ExecutionArn);

        Assert.Equal("[1,2,3,4]", ended.Output!.ToString());
        Assert.Equal(["1", "2", "3", "4"], router.Calls.Select(call => call.Request.Input.ToString()).Order(StringComparer.Ordinal));
        var run = (await fixture.Engine.MapRuns.ListAsync(parent.ExecutionArn, 1, cursor: null)).Items[0];
        Assert.Equal(new MapRunCounts { Succeeded = 4 }, run.Tally.Executions);
        Assert.Equal(4, (await fixture.Engine.MapRuns.ListChildrenAsync(run.Arn, status: null, 10, cursor: null)).Items.Count);
    }

    [Fact]
    public async Task Ends_when_the_engine_opens_and_no_execution_waits_for_it_any_more()
    {
        var gate = new Gate();
        await using var fixture = await OpenAsync(Each(), gate.Router);
        var parent = await fixture.StartAsync("[1,2]");
        await gate.WaitForAsync(2);
        await fixture.Engine.StopAsync();
        var entry = fixture.Journal.Find(fixture.MachineArn, parent.ExecutionArn.Split(':')[^1])!;
        var group = new JournalGroup { Ended = { new ExecutionOutcome(entry.Key, ExecutionStatus.Aborted, fixture.Time.GetUtcNow(), Output: null, new Failure(null, null)) } };
        group.Rows.Add(new JournalRow(entry.Key, fixture.Journal.ReadFacts(entry.Key).Count, new Fact.Stopped(fixture.Time.GetUtcNow(), new Failure(null, null))));
        fixture.Journal.Commit(group);

        await fixture.OpenEngineAsync();

        var run = (await fixture.Engine.MapRuns.ListAsync(parent.ExecutionArn, 1, cursor: null)).Items[0];
        Assert.Equal((MapRunStatus.Aborted, new MapRunCounts { Aborted = 2 }), (run.Status, run.Tally.Executions));
        Assert.Empty(fixture.Journal.ReadOpen());
    }

    [Fact]
    public async Task Runs_EXPRESS_children_that_nobody_can_list()
    {
        await using var fixture = await OpenAsync(Each(executionType: "EXPRESS"));

        var parent = await fixture.RunAsync("[1,2]");

        Assert.Equal("[1,2]", parent.Output!.ToString());
        var run = (await fixture.Engine.MapRuns.ListAsync(parent.Summary.ExecutionArn, 1, cursor: null)).Items[0];
        Assert.Equal(new MapRunCounts { Succeeded = 2 }, run.Tally.Executions);
        await AssertRefusedAsync(Refusal.StateMachineTypeNotSupported, () => fixture.Engine.MapRuns.ListChildrenAsync(run.Arn, null, 10, null).AsTask());
    }

    [Fact]
    public async Task Stops_EXPRESS_children_too()
    {
        var gate = new Gate();
        await using var fixture = await OpenAsync(Each(executionType: "EXPRESS"), gate.Router);
        var parent = await fixture.StartAsync("[1,2]");
        await gate.WaitForAsync(2);

        await fixture.Executions.StopAsync(parent.ExecutionArn, error: null, cause: null);

        var run = await ChildEndedAsync(fixture, parent.ExecutionArn, run => run.Status != MapRunStatus.Running);
        Assert.Equal((MapRunStatus.Aborted, new MapRunCounts { Aborted = 2 }), (run.Status, run.Tally.Executions));
    }

    [Fact]
    public async Task Runs_inside_the_child_of_another_and_goes_on_after_a_restart()
    {
        var gate = new Gate();
        await using var fixture = await OpenAsync(
            """
            {"StartAt":"Outer","States":{"Outer":{"Type":"Map","Label":"outer","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
              "StartAt":"Inner","States":{"Inner":{"Type":"Map","Label":"inner","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
                "StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"work","End":true}}},"End":true}}},"End":true}}}
            """,
            gate.Router);
        var parent = await fixture.StartAsync("[[1,2],[3]]");
        await gate.WaitForAsync(3);

        await fixture.ReopenAsync(new ScriptedRouter());
        var ended = await fixture.Executions.WaitForEndAsync(parent.ExecutionArn);

        Assert.Equal("[[1,2],[3]]", ended.Output!.ToString());
    }

    [Fact]
    public async Task Fails_when_its_result_is_more_than_an_execution_takes()
    {
        var large = new TaskOutcome.Succeeded(Json.Of(new string('x', 100_000)));
        await using var fixture = await OpenAsync(Each(), new ScriptedRouter(_ => large));

        var parent = await fixture.RunAsync("[1,2,3]");

        Assert.Equal((ExecutionStatus.Failed, Failure.DataLimitExceeded), (parent.Summary.Status, parent.Failure!.Error));
    }

    private static string Each(string fields = "", string executionType = "STANDARD") =>
        $$$$"""
        {"StartAt":"Each","States":{"Each":{"Type":"Map","Label":"each",{{{{fields}}}}"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"{{{{executionType}}}}"},
          "StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"work","End":true}}},"End":true}}}
        """;

    private static ScriptedRouter FailWhereTold() =>
        new(call => call.Request.Input is JsonObject input && input.Contains("fails") ? ScriptedRouter.Failed("Told", "so") : new TaskOutcome.Succeeded(call.Request.Input));

    private static string Text(Json json, string name) => ((JsonString)((JsonObject)json)[name]!).Value;

    private static async Task AssertRefusedAsync(Refusal refusal, Func<Task> action) => Assert.Equal(refusal, (await Assert.ThrowsAsync<RefusedException>(action)).Refusal);

    private static async Task<IEnumerable<HistoryEventType>> EventTypesAsync(EngineFixture fixture, string executionArn, params HistoryEventType[] wanted)
    {
        var history = await fixture.Executions.GetHistoryAsync(executionArn, reverse: false, 100, cursor: null);
        return history.Items.Select(e => e.Type).Where(wanted.Contains);
    }

    /// <summary>The Map Run of an execution, once what is said of it holds.</summary>
    private static async Task<MapRun> ChildEndedAsync(EngineFixture fixture, string executionArn, Func<MapRun, bool> holds)
    {
        while (true)
        {
            var runs = (await fixture.Engine.MapRuns.ListAsync(executionArn, 1, cursor: null)).Items;
            if (runs is [var run, ..] && holds(run))
            {
                return run;
            }

            await Task.Yield();
        }
    }

    private Task<EngineFixture> OpenAsync(string definition, ITaskRouter? router = null, int concurrency = 1_000) => EngineFixture.OpenAsync(
        definition, router, options: new EngineOptions { GracePeriod = TimeSpan.Zero, Blobs = blobs, MapRunConcurrency = concurrency });

    private async Task WriteAsync(string path, string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        await blobs.WriteAsync(path, stream, new BlobDraft("text/plain", "Ada"));
    }

    private async Task<Json> ReadAsync(string path) => Json.Parse(await TextAsync(path));

    private async Task<string> TextAsync(string path)
    {
        await using var content = await blobs.OpenAsync(path);
        using var reader = new StreamReader(content!.Stream);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Tasks that wait until they are let through.</summary>
    private sealed class Gate(Func<TaskCall, bool>? fails = null)
    {
        private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ConcurrentQueue<(int Count, TaskCompletionSource Reached)> waiting = new();
        private readonly Lock gate = new();
        private int inside;

        public int MostAtOnce { get; private set; }

        public ITaskRouter Router => new ScriptedRouter(AnswerAsync);

        public void Open() => open.TrySetResult();

        public Task WaitForAsync(int count)
        {
            lock (gate)
            {
                var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                waiting.Enqueue((count, reached));
                Tell();
                return reached.Task;
            }
        }

        private async ValueTask<TaskOutcome> AnswerAsync(TaskCall call, CancellationToken cancellationToken)
        {
            if (fails?.Invoke(call) == true)
            {
                return ScriptedRouter.Failed("Told");
            }

            lock (gate)
            {
                inside++;
                MostAtOnce = Math.Max(MostAtOnce, inside);
                Tell();
            }

            await open.Task.WaitAsync(cancellationToken);
            lock (gate)
            {
                inside--;
            }

            return new TaskOutcome.Succeeded(call.Request.Input);
        }

        private void Tell()
        {
            foreach (var (count, reached) in waiting)
            {
                if (inside >= count)
                {
                    reached.TrySetResult();
                }
            }
        }
    }
}
