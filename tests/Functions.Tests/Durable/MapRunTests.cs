using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Functions.Durable.MapRuns;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Durable.Hubs;
using TaskOrchestration.Support.Durable.Worlds;

namespace TaskOrchestration.Functions.Tests.Durable;

public sealed class MapRunTests : IDisposable
{
    private const string Machine = """
        {"StartAt":"Each","States":{"Each":{"Type":"Map","Label":"each","MaxConcurrency":@AT_ONCE,@MORE
          "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"@TYPE"},"StartAt":"Do",
            "States":{"Do":{"Type":"Task","Resource":"work","Next":"Rest"},"Rest":{"Type":"@REST","End":true}}},"End":true}}}
        """;

    private readonly HashSet<string> bad = [];
    private readonly List<string> done = [];
    private readonly List<string> workedFor = [];
    private readonly ExecutionWorld world;

    public MapRunTests() => world = new ExecutionWorld(new TaskRouter(new TaskHandlers().Add("work", Work)), new HubOptions { RunsAtOnce = false });

    private IExecutionService Executions => world.Services.GetRequiredService<IExecutionService>();

    private IMapRunService MapRuns => world.Services.GetRequiredService<IMapRunService>();

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData("STANDARD")]
    [InlineData("EXPRESS")]
    public async Task Runs_a_child_for_each_item_and_yields_their_outputs_in_order(string type)
    {
        var arn = await StartAsync(type, "[1,2,3,4,5]", atOnce: 2);

        await world.Hub.RunToTheEndAsync();

        var ended = await Executions.DescribeAsync(arn);
        Assert.Equal((ExecutionStatus.Succeeded, "[1,2,3,4,5]"), (ended.Summary.Status, ended.Output?.ToString()));
        Assert.Equal(
            [HistoryEventType.ExecutionStarted, HistoryEventType.MapStateEntered, HistoryEventType.MapStateStarted, HistoryEventType.MapRunStarted, HistoryEventType.MapRunSucceeded, HistoryEventType.MapStateSucceeded, HistoryEventType.MapStateExited, HistoryEventType.ExecutionSucceeded],
            await EventsAsync(arn));
        var run = await RunAsync(arn);
        Assert.Equal((MapRunStatus.Succeeded, 5L, 5), (run.Status, run.Tally.Executions.Succeeded, done.Count));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusOfAsync(run));
    }

    [Fact]
    public async Task Keeps_children_as_executions_that_name_it()
    {
        var arn = await StartAsync("STANDARD", "[1,2,3]");
        await world.Hub.RunToTheEndAsync();
        var run = await RunAsync(arn);

        var children = (await MapRuns.ListChildrenAsync(run.Arn, status: null, limit: 10, cursor: null)).Items;

        Assert.Equal(3, children.Count);
        Assert.All(children, child => Assert.Equal((run.Arn, 1, ExecutionStatus.Succeeded), (child.MapRunArn, child.ItemCount, child.Status)));
        var described = await Executions.DescribeAsync(children[0].ExecutionArn);
        Assert.Equal((run.Arn, arn, "3"), (described.Summary.MapRunArn, described.Parent?.ExecutionArn, described.Output?.ToString()));
        Assert.Equal("machine/each", (await Executions.DescribeStateMachineAsync(children[0].ExecutionArn)).Name);
        Assert.Equal(HistoryEventType.ExecutionStarted, (await EventsAsync(children[0].ExecutionArn))[0]);
    }

    [Fact]
    public async Task Fails_when_more_items_fail_than_are_tolerated_and_begins_no_more()
    {
        bad.Add("2");
        var arn = await StartAsync("STANDARD", "[1,2,3,4]", atOnce: 1);

        await world.Hub.RunToTheEndAsync();

        var ended = await Executions.DescribeAsync(arn);
        Assert.Equal((ExecutionStatus.Failed, "States.ExceedToleratedFailureThreshold"), (ended.Summary.Status, ended.Failure?.Error));
        var run = await RunAsync(arn);
        Assert.Equal((MapRunStatus.Failed, 1L, 1L), (run.Status, run.Tally.Executions.Succeeded, run.Tally.Executions.Failed));
        Assert.Equal(["1", "2"], done);
    }

    [Theory]
    [InlineData("STANDARD")]
    [InlineData("EXPRESS")]
    public async Task Goes_on_after_a_redrive_with_what_did_not_succeed(string type)
    {
        bad.Add("2");
        var arn = await StartAsync(type, "[1,2,3]", atOnce: 1);
        await world.Hub.RunToTheEndAsync();
        bad.Clear();

        await Executions.RedriveAsync(arn);
        await world.Hub.RunToTheEndAsync();

        var ended = await Executions.DescribeAsync(arn);
        Assert.Equal((ExecutionStatus.Succeeded, "[1,2,3]"), (ended.Summary.Status, ended.Output?.ToString()));
        Assert.Equal(["1", "2", "2", "3"], done);
        var run = await RunAsync(arn);
        Assert.Equal((MapRunStatus.Succeeded, 1, 3L), (run.Status, run.RedriveCount, run.Tally.Executions.Succeeded));
    }

    [Fact]
    public async Task Stops_its_children_when_its_execution_is_stopped()
    {
        var arn = await StartAsync("STANDARD", "[1,2,3]", rest: "Wait\",\"Seconds\":50000,\"Comment\":\"");
        await world.Hub.RunAsync();
        var run = await RunAsync(arn);

        await world.SignalAsync(arn, new Fact.Stopped(world.Hub.Now, new Failure("Enough", Cause: null)));
        await world.Hub.RunToTheEndAsync();

        Assert.Equal(ExecutionStatus.Aborted, (await Executions.DescribeAsync(arn)).Summary.Status);
        var children = (await MapRuns.ListChildrenAsync(run.Arn, status: null, limit: 10, cursor: null)).Items;
        Assert.Equal([ExecutionStatus.Aborted, ExecutionStatus.Aborted, ExecutionStatus.Aborted], children.Select(child => child.Status));
        Assert.Equal((MapRunStatus.Aborted, 3L), ((await RunAsync(arn)).Status, (await RunAsync(arn)).Tally.Executions.Aborted));
        Assert.True(world.Hub.Now < run.StartDate + TimeSpan.FromMinutes(10));
    }

    /// <summary>An execution can be stopped when its Map Run has succeeded and it has not heard of that. Redriven, it asks for the same Map Run once more.</summary>
    [Fact]
    public async Task Yields_what_it_did_when_an_execution_that_never_heard_of_its_success_is_redriven()
    {
        bad.Add("2");
        var arn = await StartAsync("STANDARD", "[1,2]", more: "\"ToleratedFailureCount\":1,");
        await world.Hub.RunToTheEndAsync();
        var succeeded = await RunAsync(arn);
        var asked = await AskedAsync(arn, succeeded.Request with { RedriveCount = 1 });

        var outcome = await world.Services.GetRequiredService<MapRunTasks>().StartOrEndAsync(asked, executionRedriveCount: 1);
        await world.Hub.RunToTheEndAsync();

        Assert.Equal(new TaskOutcome.Succeeded(succeeded.Output!), outcome);
        Assert.Equal(MapRunStatus.Succeeded, succeeded.Status);
        Assert.Equal(succeeded, await RunAsync(arn));
        Assert.Equal(["1", "2"], done);
    }

    [Fact]
    public async Task Refuses_to_redrive_a_child_alone()
    {
        bad.Add("1");
        var arn = await StartAsync("STANDARD", "[1]");
        await world.Hub.RunToTheEndAsync();
        var child = Assert.Single((await MapRuns.ListChildrenAsync((await RunAsync(arn)).Arn, status: null, limit: 10, cursor: null)).Items);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Executions.RedriveAsync(child.ExecutionArn).AsTask());

        Assert.Equal(Refusal.ExecutionNotRedrivable, refused.Refusal);
        Assert.Equal(RedriveStatus.RedrivableByMapRun, (await Executions.DescribeAsync(child.ExecutionArn)).RedriveStatus);
    }

    [Fact]
    public async Task Takes_up_a_change_of_its_concurrency()
    {
        var arn = await StartAsync("STANDARD", "[1,2,3]", atOnce: 1, rest: "Wait\",\"Seconds\":500,\"Comment\":\"");
        await world.Hub.RunAsync();
        Assert.Equal(["1"], done);

        await MapRuns.UpdateAsync((await RunAsync(arn)).Arn, new MapRunChange(MaxConcurrency: 3, ToleratedFailureCount: null, ToleratedFailurePercentage: null));
        await world.Hub.RunAsync();

        Assert.Equal(["1", "2", "3"], done.Order());
        await world.Hub.RunToTheEndAsync();
        Assert.Equal(ExecutionStatus.Succeeded, (await Executions.DescribeAsync(arn)).Summary.Status);
    }

    [Fact]
    public async Task Is_cut_short_by_a_lower_tolerance_that_comes_meanwhile()
    {
        bad.Add("1");
        var arn = await StartAsync("STANDARD", "[1,2,3]", more: "\"ToleratedFailurePercentage\":100,", rest: "Wait\",\"Seconds\":500,\"Comment\":\"");
        await world.Hub.RunAsync();

        await MapRuns.UpdateAsync((await RunAsync(arn)).Arn, new MapRunChange(MaxConcurrency: null, ToleratedFailureCount: null, ToleratedFailurePercentage: 10));
        await world.Hub.RunToTheEndAsync();

        Assert.Equal("States.ExceedToleratedFailureThreshold", (await Executions.DescribeAsync(arn)).Failure?.Error);
        var run = await RunAsync(arn);
        Assert.Equal((MapRunStatus.Failed, 1L, 2L), (run.Status, run.Tally.Executions.Failed, run.Tally.Executions.Aborted));
        var late = await Assert.ThrowsAsync<RefusedException>(() => MapRuns.UpdateAsync(run.Arn, new MapRunChange(1, null, null)).AsTask());
        Assert.Equal(Refusal.MapRunHasEnded, late.Refusal);
    }

    [Theory]
    [InlineData("STANDARD")]
    [InlineData("EXPRESS")]
    public async Task The_children_of_a_child_work_for_the_execution_that_is_no_child(string type)
    {
        var inner = Machine.Replace("@TYPE", type, StringComparison.Ordinal).Replace("@AT_ONCE", "0", StringComparison.Ordinal).Replace("@MORE", "", StringComparison.Ordinal)
            .Replace("\"@REST\",\"End\":true", "\"Succeed\"", StringComparison.Ordinal).Replace("\"each\"", "\"inner\"", StringComparison.Ordinal).Replace("\"Each\"", "\"Inner\"", StringComparison.Ordinal);
        var definition = $$$"""
            {"StartAt":"Outer","States":{"Outer":{"Type":"Map","Label":"outer","End":true,
              "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},{{{inner.Trim()[1..]}}}
              } } }
            """;
        var machine = await world.Services.GetRequiredService<StateMachineCatalog>().CreateAsync(
            new StateMachineDraft { Name = "nested", Definition = definition, RoleArn = "arn:aws:iam::123456789012:role/Role" });
        var started = await Executions.StartAsync(new StartRequest { StateMachineArn = machine.Arn, Name = "outermost", Input = Json.Parse("[[1,2],[3]]") });

        await world.Hub.RunToTheEndAsync();

        Assert.Equal((ExecutionStatus.Succeeded, "[[1,2],[3]]"), ((await Executions.DescribeAsync(started.ExecutionArn)).Summary.Status, (await Executions.DescribeAsync(started.ExecutionArn)).Output?.ToString()));
        Assert.Equal(["outermost", "outermost", "outermost"], workedFor);
    }

    private ValueTask<Json> Work(TaskInvocation invocation, CancellationToken cancellationToken)
    {
        done.Add(invocation.Input.ToString());
        workedFor.Add(invocation.RunName);
        return bad.Contains(invocation.Input.ToString()) ? throw new TaskFailureException(new Failure("Bad", "luck")) : ValueTask.FromResult(invocation.Input);
    }

    private async Task<string> StartAsync(string type, string items, int atOnce = 0, string more = "", string rest = "Succeed\",\"Comment\":\"")
    {
        var definition = Machine.Replace("@TYPE", type, StringComparison.Ordinal)
            .Replace("@AT_ONCE", atOnce.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("@MORE", more, StringComparison.Ordinal);
        definition = rest.StartsWith("Wait", StringComparison.Ordinal)
            ? definition.Replace("@REST", rest, StringComparison.Ordinal)
            : definition.Replace("\"@REST\",\"End\":true", "\"Succeed\"", StringComparison.Ordinal);
        var machine = await world.Services.GetRequiredService<StateMachineCatalog>().CreateAsync(
            new StateMachineDraft { Name = "machine", Definition = definition, RoleArn = "arn:aws:iam::123456789012:role/Role" });
        var started = await Executions.StartAsync(new StartRequest { StateMachineArn = machine.Arn, Input = Json.Parse(items) });
        return started.ExecutionArn;
    }

    private async Task<TaskRequest> AskedAsync(string arn, MapRunRequest request) => new()
    {
        Execution = (await world.FindAsync(arn)).Start,
        Task = 2,
        Visit = 2,
        StateName = "Each",
        Resource = new TaskResource.MapRun(),
        Input = request.ToJson(),
        RetryCount = 0,
    };

    private async Task<MapRun> RunAsync(string arn) => Assert.Single((await MapRuns.ListAsync(arn, limit: 10, cursor: null)).Items);

    private async Task<IReadOnlyList<HistoryEventType>> EventsAsync(string arn) =>
        [.. (await Executions.GetHistoryAsync(arn, reverse: false, limit: 100, cursor: null)).Items.Select(@event => @event.Type)];

    private async Task<OrchestrationRuntimeStatus?> StatusOfAsync(MapRun run) =>
        (await world.Hub.Client.GetInstanceAsync(new MapRunAddress(run.Arn, run.RedriveCount).InstanceId))?.RuntimeStatus;
}
