using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.Support;
using static TaskOrchestration.Orchestrations.Tests.Engine.MapRunWorld;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

/// <summary>Map Runs whose store is in trouble.</summary>
public sealed class MapRunTroubleTests
{
    private readonly MapRunWorld world = new();

    [Theory]
    [InlineData(nameof(IMapRunStore.AddAsync), "STANDARD")]
    [InlineData(nameof(IMapRunStore.PlanAsync), "STANDARD")]
    [InlineData(nameof(IMapRunStore.AdvanceAsync), "STANDARD")]
    [InlineData(nameof(IMapRunStore.AdvanceAsync), "EXPRESS")]
    [InlineData(nameof(IMapRunStore.EndAsync), "STANDARD")]
    [InlineData(nameof(IMapRunStore.ForgetChildrenAsync), "STANDARD")]
    public async Task Try_again_after_pauses_that_grow_and_run_each_child_once(string call, string type)
    {
        var troubles = 0;
        var router = new ScriptedRouter();
        await using var fixture = await world.OpenAsync(
            Each("\"MaxConcurrency\":1,", type), router, wrap: store => new FailingMapRunStore(store, called => called == call && Interlocked.Increment(ref troubles) <= 3));

        var parent = await EndAsync(fixture, "[1,2]");

        Assert.Equal((ExecutionStatus.Succeeded, "[1,2]"), (parent.Summary.Status, parent.Output?.ToString()));
        Assert.Equal(["1", "2"], router.Calls.Select(done => done.Request.Input.ToString()));
        Assert.Equal(TimeSpan.FromSeconds(1 + 2 + 4), fixture.Time.GetUtcNow() - Simulation.Beginning);
    }

    [Fact]
    public async Task Fail_with_their_children_stopped_when_that_does_not_help()
    {
        var gate = new TaskGate(fails: call => call.Request.Input.ToString() == "1");
        var troubles = 0;
        await using var fixture = await world.OpenAsync(
            Each("\"ToleratedFailureCount\":1,"), gate.Router, wrap: store => new FailingMapRunStore(store, called => called == nameof(IMapRunStore.AdvanceAsync) && Interlocked.Increment(ref troubles) is > 1 and <= 7));

        var parent = await EndAsync(fixture, "[1,2]");

        Assert.Equal(new Failure(Failure.Runtime, "The Map Run cannot go on: disk I/O error"), parent.Failure);
        var run = Assert.Single((await fixture.Engine.MapRuns.ListAsync(parent.Summary.ExecutionArn, 10, cursor: null)).Items);
        Assert.Equal((MapRunStatus.Failed, parent.Failure), (run.Status, run.Failure));
        Assert.Equal(new MapRunCounts { Failed = 1, Aborted = 1 }, run.Tally.Executions);
        Assert.Empty((await fixture.Engine.MapRuns.ListChildrenAsync(run.Arn, ExecutionStatus.Running, 10, cursor: null)).Items);
    }

    [Fact]
    public async Task Are_ended_at_the_next_start_when_they_could_not_even_be_ended()
    {
        var isInTrouble = false;
        var gate = new TaskGate();
        await using var fixture = await world.OpenAsync(
            Each(), gate.Router, wrap: store => new FailingMapRunStore(store, called => isInTrouble && called is nameof(IMapRunStore.AdvanceAsync) or nameof(IMapRunStore.EndAsync)));
        var started = await fixture.StartAsync("[1]");
        await gate.WaitForAsync(1);
        isInTrouble = true;
        gate.Open();

        var parent = await EndAsync(fixture, fixture.Executions.WaitForEndAsync(started.ExecutionArn).AsTask());
        var run = (await fixture.Engine.MapRuns.ListAsync(parent.Summary.ExecutionArn, 1, cursor: null)).Items[0];
        isInTrouble = false;
        await fixture.ReopenAsync();

        Assert.Equal((ExecutionStatus.Failed, Failure.Runtime, MapRunStatus.Running), (parent.Summary.Status, parent.Failure?.Error, run.Status));
        Assert.Equal(MapRunStatus.Aborted, (await fixture.Engine.MapRuns.DescribeAsync(run.Arn)).Status);
    }

    private static async Task<ExecutionDescription> EndAsync(EngineFixture fixture, string input) => await EndAsync(fixture, fixture.RunAsync(input));

    /// <summary>Moves the clock whenever somebody waits for it.</summary>
    private static async Task<ExecutionDescription> EndAsync(EngineFixture fixture, Task<ExecutionDescription> end)
    {
        while (!end.IsCompleted)
        {
            if (fixture.Time.NextDue is { } due && due - fixture.Time.GetUtcNow() <= TimeSpan.FromMinutes(1))
            {
                fixture.Time.Advance(due - fixture.Time.GetUtcNow());
            }

            await Task.Yield();
        }

        return await end;
    }
}
