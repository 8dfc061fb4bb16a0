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

/// <summary>Map Runs that end before their time, and go on with a redrive.</summary>
public sealed class MapRunEndTests
{
    private readonly MapRunWorld world = new();

    [Fact]
    public async Task Is_cut_short_when_more_items_fail_than_are_tolerated_and_writes_what_became_of_each()
    {
        var gate = new TaskGate(fails: call => call.Request.Input is JsonObject);
        await using var fixture = await world.OpenAsync(
            Each("\"MaxConcurrency\":3,\"ToleratedFailureCount\":1,\"ResultWriter\":{\"Resource\":\"arn:aws:states:::s3:putObject\",\"Parameters\":{\"Bucket\":\"results\"}},"), gate.Router);

        var parent = await fixture.RunAsync($"[{Fails},{Fails},3,4,5]");

        Assert.Equal(MapRunFailure.ThresholdExceeded, parent.Failure);
        var run = (await fixture.Engine.MapRuns.ListAsync(parent.Summary.ExecutionArn, 1, cursor: null)).Items[0];
        Assert.Equal(MapRunStatus.Failed, run.Status);
        Assert.Equal((2, 5, 0), (run.Tally.Executions.Failed, run.Tally.Executions.Unsuccessful, run.Tally.Executions.Succeeded));
        var id = MapRunArn.Parse(run.Arn).Id;
        Assert.Equal(["FAILED", "FAILED"], ((JsonArray)await world.ReadAsync($"results/{id}/FAILED_0.json")).Select(child => Text(child, "Status")).Take(2));
        Assert.Contains("\"5\"", (await world.ReadAsync($"results/{id}/PENDING_0.json")).ToString(), StringComparison.Ordinal);
        Assert.Empty((await fixture.Engine.MapRuns.ListChildrenAsync(run.Arn, ExecutionStatus.Running, 10, cursor: null)).Items);
    }

    [Fact]
    public async Task Is_cut_short_by_a_lower_tolerance_that_comes_meanwhile()
    {
        var gate = new TaskGate(fails: call => call.Request.Input is JsonObject);
        await using var fixture = await world.OpenAsync(Each("\"ToleratedFailurePercentage\":100,"), gate.Router);
        var parent = await fixture.StartAsync($"[{Fails},2]");
        await gate.WaitForAsync(1);
        var run = await WhenAsync(fixture, parent.ExecutionArn, run => run.Tally.Executions.Failed == 1);

        await fixture.Engine.MapRuns.UpdateAsync(run.Arn, new MapRunChange(null, null, ToleratedFailurePercentage: 10));
        var ended = await fixture.Executions.WaitForEndAsync(parent.ExecutionArn);

        Assert.Equal(MapRunFailure.ThresholdExceeded, ended.Failure);
    }

    [Fact]
    public async Task Stops_its_children_when_its_execution_is_stopped()
    {
        var gate = new TaskGate();
        await using var fixture = await world.OpenAsync(Each("\"MaxConcurrency\":2,"), gate.Router);
        var parent = await fixture.StartAsync("[1,2,3]");
        await gate.WaitForAsync(2);

        await fixture.Executions.StopAsync(parent.ExecutionArn, error: null, cause: null);
        var run = await WhenAsync(fixture, parent.ExecutionArn, run => run.Status != MapRunStatus.Running);

        Assert.Equal((MapRunStatus.Aborted, new MapRunCounts { Aborted = 3 }), (run.Status, run.Tally.Executions));
        var children = (await fixture.Engine.MapRuns.ListChildrenAsync(run.Arn, status: null, 10, cursor: null)).Items;
        Assert.Equal([ExecutionStatus.Aborted, ExecutionStatus.Aborted], children.Select(child => child.Status));
    }

    [Fact]
    public async Task Stops_EXPRESS_children_too()
    {
        var gate = new TaskGate();
        await using var fixture = await world.OpenAsync(Each(executionType: "EXPRESS"), gate.Router);
        var parent = await fixture.StartAsync("[1,2]");
        await gate.WaitForAsync(2);

        await fixture.Executions.StopAsync(parent.ExecutionArn, error: null, cause: null);

        var run = await WhenAsync(fixture, parent.ExecutionArn, run => run.Status != MapRunStatus.Running);
        Assert.Equal((MapRunStatus.Aborted, new MapRunCounts { Aborted = 2 }), (run.Status, run.Tally.Executions));
    }

    [Fact]
    public async Task Has_only_what_did_not_succeed_go_on_when_its_execution_is_redriven()
    {
        var fails = true;
        var router = new ScriptedRouter(call => fails && call.Request.Input is JsonObject ? ScriptedRouter.Failed("Told") : new TaskOutcome.Succeeded(call.Request.Input));
        await using var fixture = await world.OpenAsync(Each("\"MaxConcurrency\":1,"), router);
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
        await using var fixture = await world.OpenAsync(Each(), FailWhereTold());
        var parent = await fixture.RunAsync($"[{Fails}]");
        var run = (await fixture.Engine.MapRuns.ListAsync(parent.Summary.ExecutionArn, 1, cursor: null)).Items[0];
        var child = (await fixture.Engine.MapRuns.ListChildrenAsync(run.Arn, status: null, 1, cursor: null)).Items[0].ExecutionArn;

        Assert.Equal(RedriveStatus.RedrivableByMapRun, (await fixture.Executions.DescribeAsync(child)).RedriveStatus);
        await AssertRefusedAsync(Refusal.ExecutionNotRedrivable, () => fixture.Executions.RedriveAsync(child).AsTask());
    }
}
