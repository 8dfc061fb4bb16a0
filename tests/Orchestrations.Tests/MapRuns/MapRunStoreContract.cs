using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.MapRuns;

/// <summary>What every <see cref="IMapRunStore"/> must do.</summary>
public abstract class MapRunStoreContract
{
    private const string Arn = "arn:aws:states:us-east-1:123456789012:mapRun:orders/each:1";
    private const string Execution = "arn:aws:states:us-east-1:123456789012:execution:orders:today";
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 250, TimeSpan.Zero);

    protected abstract IMapRunStore Store { get; }

    [Fact]
    public async Task Has_nothing_that_was_never_added()
    {
        Assert.Null(await Store.FindAsync(Arn));
        Assert.Null(await Store.UpdateAsync(Arn, new MapRunChange(1, null, null)));
        Assert.Empty(await Store.ListAsync(Execution, after: null, 10));
        Assert.Empty(await Store.ListRunningAsync());
        Assert.Equal(0, await Store.PurgeAsync(DateTimeOffset.MaxValue, 10));
    }

    [Fact]
    public async Task Keeps_a_Map_Run_as_it_is_and_adds_it_once()
    {
        var run = Run(Arn) with
        {
            Request = Run(Arn).Request with
            {
                MaxConcurrency = 7,
                Tolerance = new MapRunTolerance(3, 12.5),
                Writing = new ResultWriting("arn:aws:states:::s3:putObject", JsonObject.Of(("Bucket", Json.Of("b"))), new WriterConfig { OutputType = ResultOutputType.Jsonl }),
            },
            MaxConcurrency = 7,
            Tolerance = new MapRunTolerance(3, 12.5),
        };

        Assert.Equal(run, await Store.AddAsync(run));
        Assert.Equal(run, await Store.AddAsync(run with { MaxConcurrency = 9 }));
        Assert.Equal(run, await Store.FindAsync(Arn));
        Assert.Equal([run], await Store.ListRunningAsync());
    }

    [Fact]
    public async Task Plans_children_once_however_often_it_is_told()
    {
        await Store.AddAsync(Run(Arn));

        await Store.PlanAsync(Arn, [Input(0), Input(1, items: 3)], isComplete: false);
        var run = await Store.PlanAsync(Arn, [Input(0), Input(1, items: 3), Input(2)], isComplete: true);

        Assert.Equal(new MapRunTally(new MapRunCounts { Pending = 5 }, new MapRunCounts { Pending = 3 }, IsComplete: true), run.Tally);
        Assert.Equal(run, await Store.FindAsync(Arn));
        Assert.Equal([Child(0), Child(1, items: 3), Child(2)], await Store.ReadAsync(Arn, ChildFilter.Pending, 0, 10));
        Assert.Equal([Child(1, items: 3)], await Store.ReadAsync(Arn, ChildFilter.Pending, 1, 1));
        Assert.Empty(await Store.ReadAsync(Arn, ChildFilter.Begun, 0, 10));
    }

    [Fact]
    public async Task Lets_begin_in_order_as_many_as_may_run()
    {
        await PlannedAsync(Run(Arn) with { MaxConcurrency = 2 }, 4);

        var first = await Store.AdvanceAsync(Arn, [], bound: 10);
        var second = await Store.AdvanceAsync(Arn, [Succeeded(0)], bound: 10);
        var third = await Store.AdvanceAsync(Arn, [Succeeded(2), Failed(1)], bound: 1);

        Assert.Equal([0L, 1], first.Begun.Select(child => child.Index));
        Assert.Equal([2L], second.Begun.Select(child => child.Index));
        Assert.Empty(third.Begun);
        Assert.Equal(new MapRunCounts { Pending = 1, Succeeded = 2, Failed = 1 }, third.Run.Tally.Executions);
        Assert.True(third.Run.IsCutShort);
        Assert.Equal([Child(0).Ended(Succeeded(0)), Child(1).Ended(Failed(1)), Child(2).Ended(Succeeded(2))], await Store.ReadAsync(Arn, ChildFilter.Ended, 0, 10));
        Assert.Equal([Child(0).Ended(Succeeded(0)), Child(2).Ended(Succeeded(2))], await Store.ReadAsync(Arn, ChildFilter.Succeeded, 0, 10));
        Assert.Equal([Child(1).Ended(Failed(1))], await Store.ReadAsync(Arn, ChildFilter.Unsuccessful, 0, 10));
        Assert.Equal([Child(3)], await Store.ReadAsync(Arn, ChildFilter.Pending, 0, 10));
    }

    [Fact]
    public async Task Counts_an_end_once_and_only_of_a_child_that_was_begun()
    {
        await PlannedAsync(Run(Arn) with { Tolerance = new MapRunTolerance(9, null) }, 3);
        await Store.AdvanceAsync(Arn, [], bound: 1);

        await Store.AdvanceAsync(Arn, [Failed(0), Succeeded(2)], bound: 0);
        var turn = await Store.AdvanceAsync(Arn, [Succeeded(0)], bound: 0);

        Assert.Equal(new MapRunCounts { Pending = 2, Failed = 1 }, turn.Run.Tally.Executions);
        Assert.Equal([Child(0).Ended(Failed(0))], await Store.ReadAsync(Arn, ChildFilter.Ended, 0, 10));
    }

    [Fact]
    public async Task Counts_what_did_not_succeed_and_can_not_be_redriven_and_says_why()
    {
        const string Obstacle = "Execution history event limit exceeded";
        await Store.AddAsync(Run(Arn) with { Tolerance = new MapRunTolerance(9, null) });
        await Store.PlanAsync(Arn, [Input(0, items: 3), Input(1), Input(2)], isComplete: true);
        await Store.AdvanceAsync(Arn, [], bound: 3);

        var turn = await Store.AdvanceAsync(Arn, [Failed(0) with { RedriveObstacle = Obstacle }, Failed(1)], bound: 3);
        await Store.EndAsync(Arn, new MapRunEnd(MapRunStatus.Aborted, Noon));
        var redriven = await Store.RedriveAsync(Arn, 1, Noon.AddDays(1));

        Assert.Equal(new MapRunCounts { Failed = 4, Running = 1, FailuresNotRedrivable = 3 }, turn.Run.Tally.Items);
        Assert.Equal(new MapRunCounts { Failed = 2, Running = 1, FailuresNotRedrivable = 1 }, turn.Run.Tally.Executions);
        Assert.Equal(new MapRunCounts { PendingRedrive = 3 }, redriven.Tally.Executions);
        await Store.AdvanceAsync(Arn, [], bound: 1);
        var again = await Store.AdvanceAsync(Arn, [Failed(0) with { RedriveObstacle = Obstacle }], bound: 0);
        Assert.Equal(new MapRunCounts { Failed = 1, PendingRedrive = 2, FailuresNotRedrivable = 1 }, again.Run.Tally.Executions);
        Assert.Equal([Child(0, items: 3).Ended(Failed(0) with { RedriveObstacle = Obstacle })], await Store.ReadAsync(Arn, ChildFilter.Ended, 0, 10));
    }

    [Fact]
    public async Task Takes_down_nothing_of_a_Map_Run_that_has_ended()
    {
        await PlannedAsync(Run(Arn), 3);
        await Store.AdvanceAsync(Arn, [], bound: 2);
        var ended = await Store.EndAsync(Arn, new MapRunEnd(MapRunStatus.Aborted, Noon));

        var turn = await Store.AdvanceAsync(Arn, [Succeeded(0)], bound: 9);
        var planned = await Store.PlanAsync(Arn, [Input(3)], isComplete: true);

        Assert.Equal((ended, 0, ended), (turn.Run, turn.Begun.Count, planned));
        Assert.Equal(ended, await Store.FindAsync(Arn));
        Assert.Empty(await Store.ReadAsync(Arn, ChildFilter.Ended, 0, 10));
        Assert.Equal([Child(2)], await Store.ReadAsync(Arn, ChildFilter.Pending, 0, 10));
    }

    [Fact]
    public async Task Says_which_children_were_begun_and_have_not_ended()
    {
        await PlannedAsync(Run(Arn), 4);
        await Store.AdvanceAsync(Arn, [], bound: 3);
        await Store.AdvanceAsync(Arn, [Succeeded(1)], bound: 0);

        Assert.Equal([Child(0), Child(2)], await Store.ReadAsync(Arn, ChildFilter.Begun, 0, 10));
        Assert.Equal([Child(2)], await Store.ReadAsync(Arn, ChildFilter.Begun, 1, 10));
    }

    [Fact]
    public async Task Takes_changes_as_long_as_the_Map_Run_runs()
    {
        await PlannedAsync(Run(Arn) with { MaxConcurrency = 1 }, 5);
        await Store.AdvanceAsync(Arn, [], bound: 10);

        var changed = await Store.UpdateAsync(Arn, new MapRunChange(3, ToleratedFailureCount: 2, ToleratedFailurePercentage: 50));
        var turn = await Store.AdvanceAsync(Arn, [], bound: 10);
        await Store.EndAsync(Arn, new MapRunEnd(MapRunStatus.Aborted, Noon));
        var unchanged = await Store.UpdateAsync(Arn, new MapRunChange(9, null, null));

        Assert.Equal((3, new MapRunTolerance(2, 50)), (changed!.MaxConcurrency, changed.Tolerance));
        Assert.Equal([1L, 2], turn.Begun.Select(child => child.Index));
        Assert.Equal(3, unchanged!.MaxConcurrency);
    }

    [Fact]
    public async Task Ends_once()
    {
        await PlannedAsync(Run(Arn), 3);
        await Store.AdvanceAsync(Arn, [], bound: 2);
        await Store.AdvanceAsync(Arn, [Succeeded(0), Succeeded(1)], bound: 0);

        var ended = await Store.EndAsync(Arn, new MapRunEnd(MapRunStatus.Succeeded, Noon.AddHours(1), Json.Parse("[1]"), AreResultsWritten: true));
        var again = await Store.EndAsync(Arn, new MapRunEnd(MapRunStatus.Failed, Noon.AddHours(2), Failure: new Failure("E", "c")));

        Assert.Equal((MapRunStatus.Succeeded, Noon.AddHours(1), (Json)Json.Parse("[1]")), (ended.Status, ended.StopDate, ended.Output));
        Assert.Equal(new MapRunCounts { Succeeded = 2, Aborted = 1, ResultsWritten = 3 }, ended.Tally.Executions);
        Assert.Equal(ended, again);
        Assert.Equal(ended, await Store.FindAsync(Arn));
        Assert.Empty(await Store.ListRunningAsync());
    }

    [Fact]
    public async Task Keeps_why_a_Map_Run_failed()
    {
        await Store.AddAsync(Run(Arn));

        var ended = await Store.EndAsync(Arn, new MapRunEnd(MapRunStatus.Failed, Noon, Failure: new Failure("States.ItemReaderFailed", "no such key")));

        Assert.Equal(new Failure("States.ItemReaderFailed", "no such key"), ended.Failure);
        Assert.Equal(ended, await Store.FindAsync(Arn));
    }

    [Fact]
    public async Task Has_what_did_not_succeed_go_on_when_it_is_redriven_and_once_for_each_redrive()
    {
        await PlannedAsync(Run(Arn), 4);
        await Store.AdvanceAsync(Arn, [], bound: 3);
        await Store.AdvanceAsync(Arn, [Succeeded(0), Failed(1), Failed(2, redrives: 2)], bound: 3);
        await Store.EndAsync(Arn, new MapRunEnd(MapRunStatus.Failed, Noon, Failure: MapRunFailure.ThresholdExceeded));

        var redriven = await Store.RedriveAsync(Arn, 1, Noon.AddDays(1));
        var turn = await Store.AdvanceAsync(Arn, [], bound: 2);
        var again = await Store.RedriveAsync(Arn, 1, Noon.AddDays(2));

        Assert.Equal((MapRunStatus.Running, 1, Noon.AddDays(1), null, null), (redriven.Status, redriven.RedriveCount, redriven.RedriveDate, redriven.StopDate, redriven.Failure));
        Assert.Equal(new MapRunCounts { Succeeded = 1, PendingRedrive = 3 }, redriven.Tally.Executions);
        Assert.Equal([Child(1) with { IsToRedrive = true }, Child(2) with { IsToRedrive = true, RedriveCount = 2 }], turn.Begun);
        Assert.Equal(new MapRunCounts { Succeeded = 1, PendingRedrive = 1, Running = 2 }, again.Tally.Executions);
        Assert.Equal([Child(3) with { IsToRedrive = true }], await Store.ReadAsync(Arn, ChildFilter.Pending, 0, 10));

        var ended = await Store.AdvanceAsync(Arn, [Succeeded(1), Succeeded(2)], bound: 2);
        Assert.Equal(new MapRunCounts { Succeeded = 3, Running = 1 }, ended.Run.Tally.Executions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaves_one_that_has_succeeded_as_it_is_when_it_is_redriven(bool areForgotten)
    {
        await PlannedAsync(Run(Arn), 2);
        await Store.AdvanceAsync(Arn, [], bound: 2);
        await Store.AdvanceAsync(Arn, [Succeeded(0), Failed(1)], bound: 2);
        var succeeded = await Store.EndAsync(Arn, new MapRunEnd(MapRunStatus.Succeeded, Noon, Json.Parse("[1]")));
        if (areForgotten)
        {
            await Store.ForgetChildrenAsync(Arn);
        }

        var redriven = await Store.RedriveAsync(Arn, 1, Noon.AddDays(1));

        Assert.Equal(succeeded, redriven);
        Assert.Equal(succeeded, await Store.FindAsync(Arn));
        Assert.Empty(await Store.ListRunningAsync());
        Assert.Empty(await Store.ReadAsync(Arn, ChildFilter.Pending, 0, 10));
    }

    [Fact]
    public async Task Lists_the_Map_Runs_of_an_execution_newest_first_page_by_page()
    {
        string[] arns = [Arn, Arn + "-2", Arn + "-3"];
        foreach (var arn in arns)
        {
            await Store.AddAsync(Run(arn));
        }

        await Store.AddAsync(Run(Arn + "-other") with { ExecutionArn = Execution + "-other" });

        var first = await Store.ListAsync(Execution, after: null, 2);
        var second = await Store.ListAsync(Execution, first[^1].Arn, 2);

        Assert.Equal([arns[2], arns[1]], first.Select(run => run.Arn));
        Assert.Equal([arns[0]], second.Select(run => run.Arn));
    }

    [Fact]
    public async Task Forgets_children_but_not_what_was_counted()
    {
        await PlannedAsync(Run(Arn), 2);
        await Store.AdvanceAsync(Arn, [], bound: 2);
        await Store.AdvanceAsync(Arn, [Succeeded(0), Succeeded(1)], bound: 2);

        await Store.ForgetChildrenAsync(Arn);

        Assert.Empty(await Store.ReadAsync(Arn, ChildFilter.Ended, 0, 10));
        Assert.Equal(2, (await Store.FindAsync(Arn))!.Tally.Executions.Succeeded);
    }

    [Fact]
    public async Task Purges_what_ended_before_a_moment_and_nothing_else()
    {
        foreach (var (arn, at) in new[] { (Arn, Noon), (Arn + "-2", Noon.AddDays(1)), (Arn + "-3", Noon.AddDays(9)) })
        {
            await PlannedAsync(Run(arn), 2);
            await Store.EndAsync(arn, new MapRunEnd(MapRunStatus.Aborted, at));
        }

        await Store.AddAsync(Run(Arn + "-4"));

        Assert.Equal(1, await Store.PurgeAsync(Noon.AddDays(5), 1));
        Assert.Equal(1, await Store.PurgeAsync(Noon.AddDays(5), 9));
        Assert.Equal(0, await Store.PurgeAsync(Noon.AddDays(5), 9));
        Assert.Equal([Arn + "-4", Arn + "-3"], (await Store.ListAsync(Execution, after: null, 9)).Select(run => run.Arn));
        Assert.Equal(Run(Arn), await Store.AddAsync(Run(Arn)));
        Assert.Empty(await Store.ReadAsync(Arn, ChildFilter.Pending, 0, 9));
    }

    private static MapRun Run(string arn) => new()
    {
        Arn = arn,
        ExecutionArn = Execution,
        Request = new MapRunRequest
        {
            MapRunArn = arn,
            StateName = "Each",
            Source = new ItemSource.Inline(JsonArray.Of(Json.Of(1), Json.Of("two"))),
            Input = Json.Parse("""{"a":1.50}"""),
            Context = JsonObject.Of(("Execution", JsonObject.Empty)),
        },
        StartDate = Noon,
        MaxConcurrency = 0,
        Tolerance = MapRunTolerance.None,
    };

    private static ChildInput Input(long index, int items = 1) => new(index, JsonObject.Of(("number", Json.Of(index))), items);

    private static MapRunChild Child(long index, int items = 1) => MapRunChild.Planned(Input(index, items));

    private static ChildEnd Succeeded(long index) => new()
    {
        Index = index,
        Status = ExecutionStatus.Succeeded,
        Output = Json.Parse("""{"is":"done"}"""),
        StartedAt = Noon,
        StoppedAt = Noon.AddSeconds(1),
    };

    private static ChildEnd Failed(long index, int redrives = 0) => new()
    {
        Index = index,
        Status = ExecutionStatus.Failed,
        Failure = new Failure("Oops", Cause: null),
        StartedAt = Noon,
        StoppedAt = Noon.AddSeconds(1),
        RedriveCount = redrives,
    };

    private async Task PlannedAsync(MapRun run, int children)
    {
        await Store.AddAsync(run);
        await Store.PlanAsync(run.Arn, [.. Enumerable.Range(0, children).Select(index => Input(index))], isComplete: true);
    }
}
