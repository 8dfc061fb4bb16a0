using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Functions.Storage.MapRuns;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Tests.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.MapRuns;

public sealed class TableMapRunStoreTests : MapRunStoreContract
{
    private readonly AzuriteAccount account = AzuriteServer.NewAccount();

    public TableMapRunStoreTests() => Store = CreateStore();

    protected override IMapRunStore Store { get; }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Does_what_the_store_in_memory_does_whatever_is_asked(int seed)
    {
        var random = new Random(seed);
        var model = new MemoryMapRunStore();
        await model.AddAsync(MapRunSamples.Run());
        await Store.AddAsync(MapRunSamples.Run());
        for (var step = 0; step < 25; step++)
        {
            var change = Change(random, (await model.FindAsync(MapRunSamples.Arn))!);
            var expected = await change(model);

            // Another process each time: nothing may be only in the memory of one.
            Assert.Equal(expected, await change(CreateStore()));
            foreach (var filter in Enum.GetValues<ChildFilter>())
            {
                var (from, limit) = (random.Next(12), random.Next(1, 12));
                Assert.Equal(await model.ReadAsync(MapRunSamples.Arn, filter, from, limit), await Store.ReadAsync(MapRunSamples.Arn, filter, from, limit));
            }
        }
    }

    [Fact]
    public async Task Takes_down_more_ends_than_a_transaction_has_room_for()
    {
        await Store.PlannedAsync(1_250);
        var first = await Store.AdvanceAsync(MapRunSamples.Arn, [], bound: 1_000);

        var second = await Store.AdvanceAsync(MapRunSamples.Arn, [.. first.Begun.Take(450).Select(child => MapRunSamples.Succeeded(child.Index))], bound: 1_000);

        Assert.Equal(Enumerable.Range(0, 1_000).Select(index => (long)index), first.Begun.Select(child => child.Index));
        Assert.Equal(Enumerable.Range(1_000, 250).Select(index => (long)index), second.Begun.Select(child => child.Index));
        Assert.Equal(new MapRunCounts { Succeeded = 450, Running = 800 }, second.Run.Tally.Executions);
        Assert.Equal(450, (await Store.ReadAsync(MapRunSamples.Arn, ChildFilter.Ended, 0, 2_000)).Count);
        Assert.Equal(Enumerable.Range(450, 800).Select(index => (long)index), (await Store.ReadAsync(MapRunSamples.Arn, ChildFilter.Begun, 0, 2_000)).Select(child => child.Index));
    }

    [Fact]
    public async Task Keeps_what_hardly_fits()
    {
        var text = Incompressible(80_000);
        var run = MapRunSamples.Run(variable: Incompressible(900_000) + string.Concat(Enumerable.Repeat("😀", 200_000)));
        await Store.AddAsync(run);
        await Store.PlanAsync(MapRunSamples.Arn, [.. Enumerable.Range(0, 12).Select(index => new ChildInput(index, Json.Of(text), 1))], isComplete: true);
        await Store.AdvanceAsync(MapRunSamples.Arn, [], bound: 12);
        ChildEnd[] ends =
        [
            .. Enumerable.Range(0, 11).Select(index => MapRunSamples.Succeeded(index) with { Output = Json.Of(text) }),
            MapRunSamples.Failed(11) with { Failure = new Failure(null, text[..32_768]) },
        ];

        await Store.AdvanceAsync(MapRunSamples.Arn, ends, bound: 0);
        await Store.EndAsync(MapRunSamples.Arn, new MapRunEnd(MapRunStatus.Succeeded, MapRunSamples.Noon, Json.Of(text)));

        Assert.Equal(run.Request, (await CreateStore().FindAsync(MapRunSamples.Arn))!.Request);
        Assert.Equal(Json.Of(text), (await Store.FindAsync(MapRunSamples.Arn))!.Output);
        Assert.Equal(
            ends.Select(end => MapRunChild.Planned(new ChildInput(end.Index, Json.Of(text), 1)).Ended(end)), await Store.ReadAsync(MapRunSamples.Arn, ChildFilter.Ended, 0, 100));
    }

    [Fact]
    public async Task Is_on_the_list_once_though_32_add_it()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () => await CreateStore().AddAsync(MapRunSamples.Run()))));

        Assert.All(added, run => Assert.Equal(MapRunSamples.Run(), run));
        Assert.Single(await Store.ListAsync(MapRunSamples.Execution, after: null, 10));
        Assert.Single(await Store.ListRunningAsync());
    }

    [Fact]
    public async Task Loses_no_change_that_comes_in_between_and_begins_no_child_twice()
    {
        await Store.PlannedAsync(40);

        var changing = Task.Run(async () =>
        {
            for (var change = 1; change <= 40; change++)
            {
                await CreateStore().UpdateAsync(MapRunSamples.Arn, new MapRunChange(change, null, null));
            }
        });
        List<long> begun = [];
        var ended = Array.Empty<ChildEnd>();
        while (begun.Count < 40)
        {
            var turn = await Store.AdvanceAsync(MapRunSamples.Arn, ended, bound: 3);
            begun.AddRange(turn.Begun.Select(child => child.Index));
            ended = [.. turn.Begun.Select(child => MapRunSamples.Succeeded(child.Index))];
        }

        await changing;

        Assert.Equal(Enumerable.Range(0, 40).Select(index => (long)index), begun);
        Assert.Equal(40, (await Store.FindAsync(MapRunSamples.Arn))!.MaxConcurrency);
    }

    [Fact]
    public async Task Changes_nothing_about_a_Map_Run_that_has_ended()
    {
        await Store.PlannedAsync(3);
        await Store.AdvanceAsync(MapRunSamples.Arn, [], bound: 2);
        var ended = await Store.EndAsync(MapRunSamples.Arn, new MapRunEnd(MapRunStatus.Aborted, MapRunSamples.Noon));

        var turn = await Store.AdvanceAsync(MapRunSamples.Arn, [MapRunSamples.Succeeded(0)], bound: 2);
        var planned = await Store.PlanAsync(MapRunSamples.Arn, MapRunSamples.Inputs(0, 5), isComplete: true);

        Assert.Equal(new MapRunTurn(ended, []), turn);
        Assert.Equal(ended, planned);
    }

    [Fact]
    public async Task Takes_three_requests_for_a_turn_and_one_to_find_a_Map_Run()
    {
        await Store.PlannedAsync(20);
        await Store.AdvanceAsync(MapRunSamples.Arn, [], bound: 5);

        using var turn = StorageMeter.Begin();
        await Store.AdvanceAsync(MapRunSamples.Arn, [.. Enumerable.Range(0, 5).Select(index => MapRunSamples.Succeeded(index))], bound: 5);
        var ofTurn = turn.Tables;
        using var find = StorageMeter.Begin();
        await Store.FindAsync(MapRunSamples.Arn);

        Assert.Equal((3, 1), (ofTurn, find.Tables));
    }

    private static Func<IMapRunStore, Task<MapRun>> Change(Random random, MapRun run)
    {
        if (run.Status != MapRunStatus.Running)
        {
            return async store => await store.RedriveAsync(run.Arn, run.RedriveCount + 1, MapRunSamples.Noon.AddDays(run.RedriveCount));
        }

        var total = (int)run.Tally.Executions.Total;
        switch (random.Next(10))
        {
            case 0 or 1 when !run.Tally.IsComplete:
                var planned = MapRunSamples.Inputs(Math.Max(0, total - 2), random.Next(1, 6));
                var isComplete = random.Next(4) == 0;
                return async store => await store.PlanAsync(run.Arn, planned, isComplete);
            case 2:
                var end = new MapRunEnd((MapRunStatus)random.Next(1, 4), MapRunSamples.Noon.AddHours(1), Failure: null, AreResultsWritten: random.Next(2) == 0);
                return async store => await store.EndAsync(run.Arn, end);
            case 3:
                var most = random.Next(6);
                return async store => (await store.UpdateAsync(run.Arn, new MapRunChange(most, null, null)))!;
            default:
                ChildEnd[] ended =
                [
                    .. Enumerable.Range(0, total).Where(_ => random.Next(3) == 0).Select(index => random.Next(2) == 0 ? MapRunSamples.Succeeded(index) : MapRunSamples.Failed(index, random.Next(3))),
                ];
                var bound = random.Next(5);
                return async store =>
                {
                    var turn = await store.AdvanceAsync(run.Arn, ended, bound);
                    Assert.Equal(turn.Begun, (await store.ReadAsync(run.Arn, ChildFilter.Begun, 0, 1_000)).Where(child => turn.Begun.Contains(child)));
                    return turn.Run;
                };
        }
    }

    private static string Incompressible(int length)
    {
        var random = new Random(length);
        return string.Create(length, random, static (text, random) =>
        {
            foreach (ref var character in text)
            {
                character = (char)random.Next(0x4e00, 0x9fff);
            }
        });
    }

    private TableMapRunStore CreateStore() => new(EmulatedTables.Of(account));
}
