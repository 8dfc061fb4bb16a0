using Azure.Data.Tables;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Functions.Storage.MapRuns;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.MapRuns;

/// <summary>
/// The process is killed at every request to storage there is, before it was carried out and after; then another process goes on by what is on record, as a driver does.
/// </summary>
public sealed class TableMapRunStoreCrashTests
{
    private static readonly MapRunChild[] Ended =
    [
        .. MapRunSamples.Inputs(0, 3).Select(input => MapRunChild.Planned(input).Ended(MapRunSamples.Succeeded(input.Index))),
    ];

    private int requests;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_Map_Run_comes_to_the_same_end_wherever_a_process_dies(bool sent)
    {
        var faults = new FailingRequests();
        do
        {
            var account = AzuriteServer.NewAccount();
            faults.At(requests++, sent);
            await KilledAsync(() => LiveAsync(StoreOf(account, faults)));

            var store = StoreOf(account);
            await LiveAsync(store);
            await HasEndedAsync(store);
            await store.PurgeAsync(DateTimeOffset.MaxValue, 9);
            await NothingIsLeftAsync(account);
        }
        while (faults.HasFailed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_purge_is_brought_to_its_end_wherever_a_process_died(bool sent)
    {
        var faults = new FailingRequests();
        do
        {
            var account = AzuriteServer.NewAccount();
            await LiveAsync(StoreOf(account));
            faults.At(requests++, sent);
            await KilledAsync(() => StoreOf(account, faults).PurgeAsync(DateTimeOffset.MaxValue, 9).AsTask());

            await StoreOf(account).PurgeAsync(DateTimeOffset.MaxValue, 9);
            await NothingIsLeftAsync(account);
        }
        while (faults.HasFailed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_Map_Run_that_is_added_anew_has_nothing_of_one_whose_purge_was_not_ended(bool sent)
    {
        var faults = new FailingRequests();
        do
        {
            var account = AzuriteServer.NewAccount();
            await LiveAsync(StoreOf(account));
            faults.At(requests++, sent);
            await KilledAsync(() => StoreOf(account, faults).PurgeAsync(DateTimeOffset.MaxValue, 9).AsTask());

            var store = StoreOf(account);
            await LiveAsync(store);
            await HasEndedAsync(store);
        }
        while (faults.HasFailed);
    }

    [Fact]
    public async Task A_Map_Run_notices_nothing_of_answers_that_get_lost()
    {
        var account = AzuriteServer.NewAccount();
        var store = StoreOf(account, new LostAnswers());

        await LiveAsync(store);
        await HasEndedAsync(store);
        await store.ForgetChildrenAsync(MapRunSamples.Arn);
        Assert.Empty(await store.ReadAsync(MapRunSamples.Arn, ChildFilter.Ended, 0, 10));
        Assert.Equal(1, await store.PurgeAsync(DateTimeOffset.MaxValue, 9));
        await NothingIsLeftAsync(account);
    }

    /// <summary>A Map Run of three children: one of them fails, and succeeds when the Map Run is redriven.</summary>
    private static async Task LiveAsync(IMapRunStore store)
    {
        var run = await store.AddAsync(MapRunSamples.Run());
        if (run is { RedriveCount: 0, Status: MapRunStatus.Running })
        {
            await store.PlanAsync(run.Arn, MapRunSamples.Inputs(0, 2), isComplete: false);
            await store.PlanAsync(run.Arn, MapRunSamples.Inputs(0, 3), isComplete: true);
            await DriveAsync(store, index => index == 1 ? MapRunSamples.Failed(index) : MapRunSamples.Succeeded(index));
            await store.EndAsync(run.Arn, new MapRunEnd(MapRunStatus.Failed, MapRunSamples.Noon, Failure: MapRunFailure.ThresholdExceeded));
        }

        run = await store.RedriveAsync(run.Arn, 1, MapRunSamples.Noon.AddDays(1));
        if (run.Status == MapRunStatus.Running)
        {
            await DriveAsync(store, MapRunSamples.Succeeded);
            await store.EndAsync(run.Arn, new MapRunEnd(MapRunStatus.Succeeded, MapRunSamples.Noon.AddDays(2), Json.Of("done")));
        }
    }

    private static async Task DriveAsync(IMapRunStore store, Func<long, ChildEnd> end)
    {
        for (var isSettled = false; !isSettled;)
        {
            var begun = await store.ReadAsync(MapRunSamples.Arn, ChildFilter.Begun, 0, 10);
            isSettled = (await store.AdvanceAsync(MapRunSamples.Arn, [.. begun.Select(child => end(child.Index))], bound: 2)).Run.IsSettled;
        }
    }

    private static async Task HasEndedAsync(IMapRunStore store)
    {
        var items = MapRunSamples.Inputs(0, 3).Sum(input => input.ItemCount);
        var run = (await store.FindAsync(MapRunSamples.Arn))!;
        Assert.Equal(
            (MapRunStatus.Succeeded, MapRunSamples.Noon.AddDays(2), 1, (Json)Json.Of("done")), (run.Status, run.StopDate, run.RedriveCount, run.Output));
        Assert.Equal(new MapRunTally(new MapRunCounts { Succeeded = items }, new MapRunCounts { Succeeded = 3 }, IsComplete: true), run.Tally);
        Assert.Equal(Ended, await store.ReadAsync(MapRunSamples.Arn, ChildFilter.Ended, 0, 10));
        Assert.Equal([run], await store.ListAsync(MapRunSamples.Execution, after: null, 10));
        Assert.Empty(await store.ListRunningAsync());
    }

    private static async Task NothingIsLeftAsync(AzuriteAccount account)
    {
        var rows = await EmulatedTables.Of(account)[TableNames.MapRuns].QueryAsync(TableClient.CreateQueryFilter($"PartitionKey ge {""}")).ToListAsync();
        Assert.Equal([], rows.Select(row => $"{row.PartitionKey} / {row.RowKey}"));
    }

    private static async Task KilledAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (KilledException)
        {
            // The process is gone; another one goes on.
        }
    }

    private static TableMapRunStore StoreOf(AzuriteAccount account, params FailingRequests[] faults) => new(EmulatedTables.Of(account, faults));

    private static TableMapRunStore StoreOf(AzuriteAccount account, LostAnswers losses) => new(EmulatedTables.Of(account, losses));
}
