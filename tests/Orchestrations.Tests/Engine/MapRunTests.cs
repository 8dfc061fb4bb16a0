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
using static TaskOrchestration.Orchestrations.Tests.Engine.MapRunWorld;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

public sealed class MapRunTests
{
    private readonly MapRunWorld world = new();

    [Fact]
    public async Task Runs_an_execution_of_its_own_for_each_item()
    {
        await using var fixture = await world.OpenAsync(Each());

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
        await world.WriteAsync("data/items.jsonl", "{\"n\":1}\n" + Fails + "\n{\"n\":3}\n");
        await using var fixture = await world.OpenAsync(Each(
            """
            "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSONL"},"Parameters":{"Bucket":"data","Key":"items.jsonl"}},
            "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":"results","Prefix":"today"}},"ToleratedFailureCount":1,
            """), FailWhereTold());

        var parent = await fixture.RunAsync();

        var run = (await fixture.Engine.MapRuns.ListAsync(parent.Summary.ExecutionArn, 1, cursor: null)).Items[0];
        var id = MapRunArn.Parse(run.Arn).Id;
        Assert.Equal($$$"""{"MapRunArn":"{{{run.Arn}}}","ResultWriterDetails":{"Bucket":"results","Key":"today/{{{id}}}/manifest.json"}}""", parent.Output!.ToString());
        var succeeded = (JsonArray)await world.ReadAsync($"results/today/{id}/SUCCEEDED_0.json");
        var failed = (JsonArray)await world.ReadAsync($"results/today/{id}/FAILED_0.json");
        var manifest = (JsonObject)await world.ReadAsync($"results/today/{id}/manifest.json");
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
        await using var fixture = await world.OpenAsync(Each(
            $$$"""
            "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":"results"},"WriterConfig":{{{config}}}},
            """));

        var parent = await fixture.RunAsync("[[1],[2,3]]");

        var id = MapRunArn.Parse(Text(parent.Output!, "MapRunArn")).Id;
        Assert.Equal(file, await world.TextAsync($"results/{id}/SUCCEEDED_0.json"));
    }

    [Theory]
    [InlineData("\"ItemReader\":{\"Resource\":\"arn:aws:states:::s3:getObject\",\"ReaderConfig\":{\"InputType\":\"JSON\"},\"Parameters\":{\"Bucket\":\"data\",\"Key\":\"none\"}},", "States.ItemReaderFailed")]
    [InlineData("\"ResultWriter\":{\"Resource\":\"arn:aws:states:::s3:putObject\",\"Parameters\":{\"Bucket\":\"..\"}},", "States.ResultWriterFailed")]
    public async Task Fails_when_its_items_cannot_be_read_or_its_results_written(string fields, string error)
    {
        await using var fixture = await world.OpenAsync(Each(fields));

        var parent = await fixture.RunAsync("[1]");

        Assert.Equal((ExecutionStatus.Failed, error), (parent.Summary.Status, parent.Failure!.Error));
        var run = (await fixture.Engine.MapRuns.ListAsync(parent.Summary.ExecutionArn, 1, cursor: null)).Items[0];
        Assert.Equal((MapRunStatus.Failed, parent.Failure), (run.Status, run.Failure));
    }

    [Fact]
    public async Task Lets_no_more_children_run_at_once_than_it_says_and_takes_another_word_for_it_meanwhile()
    {
        var gate = new TaskGate();
        await using var fixture = await world.OpenAsync(Each("\"MaxConcurrency\":2,"), gate.Router);
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
        var gate = new TaskGate();
        await using var fixture = await world.OpenAsync(Each(), gate.Router, concurrency: 3);
        var parent = await fixture.StartAsync("[1,2,3,4,5,6]");

        await gate.WaitForAsync(3);
        gate.Open();
        await fixture.Executions.WaitForEndAsync(parent.ExecutionArn);

        Assert.Equal(3, gate.MostAtOnce);
    }

    [Fact]
    public async Task Runs_EXPRESS_children_that_nobody_can_list()
    {
        await using var fixture = await world.OpenAsync(Each(executionType: "EXPRESS"));

        var parent = await fixture.RunAsync("[1,2]");

        Assert.Equal("[1,2]", parent.Output!.ToString());
        var run = (await fixture.Engine.MapRuns.ListAsync(parent.Summary.ExecutionArn, 1, cursor: null)).Items[0];
        Assert.Equal(new MapRunCounts { Succeeded = 2 }, run.Tally.Executions);
        await AssertRefusedAsync(Refusal.StateMachineTypeNotSupported, () => fixture.Engine.MapRuns.ListChildrenAsync(run.Arn, null, 10, null).AsTask());
    }

    [Fact]
    public async Task Fails_when_its_result_is_more_than_an_execution_takes()
    {
        var large = new TaskOutcome.Succeeded(Json.Of(new string('x', 100_000)));
        await using var fixture = await world.OpenAsync(Each(), new ScriptedRouter(_ => large));

        var parent = await fixture.RunAsync("[1,2,3]");

        Assert.Equal((ExecutionStatus.Failed, Failure.DataLimitExceeded), (parent.Summary.Status, parent.Failure!.Error));
    }

    private static async Task<IEnumerable<HistoryEventType>> EventTypesAsync(EngineFixture fixture, string executionArn, params HistoryEventType[] wanted)
    {
        var history = await fixture.Executions.GetHistoryAsync(executionArn, reverse: false, 100, cursor: null);
        return history.Items.Select(e => e.Type).Where(wanted.Contains);
    }
}
