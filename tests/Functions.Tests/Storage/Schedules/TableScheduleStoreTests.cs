using TaskOrchestration.Functions.Storage.Schedules;
using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.Orchestrations.Tests.Schedules;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Schedules;

public sealed class TableScheduleStoreTests : ScheduleStoreContract
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    private readonly AzuriteAccount account = AzuriteServer.NewAccount();

    [Fact]
    public async Task Loses_no_change_of_64_writers()
    {
        await CreateStore().SaveAsync(Record("a"));

        await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () =>
        {
            var store = CreateStore();
            await store.DecideAsync("a", Now.AddHours(i), [Line(i)], kept: 1_000);
            while (true)
            {
                var current = (await store.FindAsync("a"))!;
                var changed = current with { Schedule = current.Schedule with { MissedLimit = current.Schedule.MissedLimit + 1 } };
                if (await store.SaveAsync(changed) is not null)
                {
                    return;
                }
            }
        })));

        var record = (await CreateStore().FindAsync("a"))!;
        Assert.Equal((65, 164), (record.Version, record.Schedule.MissedLimit));
        Assert.Equal(Enumerable.Range(0, 64).Reverse().Select(Line), await CreateStore().FiringsAsync("a", 100, before: null));
    }

    [Fact]
    public async Task Decides_one_due_time_once_though_many_instances_see_it()
    {
        await CreateStore().SaveAsync(Record("a"));

        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () =>
            await CreateStore().DecideAsync("a", Now.AddHours(1), [Line(1), Line(2)], kept: 10))));

        Assert.Equal([Line(2), Line(1)], await CreateStore().FiringsAsync("a", 100, before: null));
        Assert.Equal(Now.AddHours(1), (await CreateStore().FindAsync("a"))!.DecidedUntil);
    }

    [Fact]
    public async Task Does_not_go_back_behind_what_another_instance_has_decided()
    {
        var store = CreateStore();
        await store.SaveAsync(Record("a"));
        await store.DecideAsync("a", Now.AddHours(2), [Line(2)], kept: 10);

        await store.DecideAsync("a", Now.AddHours(1), [Line(1)], kept: 10);

        Assert.Equal(Now.AddHours(2), (await store.FindAsync("a"))!.DecidedUntil);
    }

    [Fact]
    public async Task Decides_and_forgets_more_than_fits_into_a_transaction()
    {
        var store = CreateStore();
        await store.SaveAsync(Record("a"));
        Firing[] many = [.. Enumerable.Range(0, 450).Select(Line)];

        await store.DecideAsync("a", Now, many, kept: 10);
        Assert.Equal(many.Reverse(), await store.FiringsAsync("a", 1_000, before: null));

        foreach (var firing in many[..350])
        {
            await store.PutFiringAsync(firing with { Status = FiringStatus.Missed });
        }

        await store.DecideAsync("a", Now.AddHours(1), [Line(450)], kept: 10);
        Assert.Equal(10 + 100 + 1, (await store.FiringsAsync("a", 1_000, before: null)).Count);
        Assert.True(await store.DeleteAsync("a", 1));
        Assert.Empty(await store.FiringsAsync("a", 1_000, before: null));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Notices_nothing_of_a_request_that_is_lost_once(bool isCarriedOut)
    {
        for (var lost = 0; ; lost++)
        {
            var faults = new RequestFaults(number => number == lost, isCarriedOut);
            var store = new TableScheduleStore(FaultyStorage.Tables(account, faults));

            var record = (await store.SaveAsync(Record("a")))!;
            await store.DecideAsync("a", Now.AddHours(1), [Line(0) with { Status = FiringStatus.Missed }, Line(1)], kept: 0);
            await store.PutFiringAsync(Line(1) with { Status = FiringStatus.Queued });
            var second = await store.SaveAsync(record with { DecidedUntil = Now });
            Assert.Equal(record with { Version = 2 }, second);
            Assert.Equal([Line(1) with { Status = FiringStatus.Queued }], await store.OpenFiringsAsync("a"));
            Assert.Single(await store.FiringsAsync("a", 10, before: null));
            Assert.True(await store.DeleteAsync("a", 2));
            Assert.Empty(await store.ListAsync());
            if (faults.Sent <= lost)
            {
                return;
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Has_decided_all_or_nothing_wherever_an_instance_dies(bool isCarriedOut)
    {
        for (var last = 0; ; last++)
        {
            var healthy = CreateStore();
            var record = (await healthy.SaveAsync(Record("a")))!;
            await healthy.PutFiringAsync(Line(0) with { Status = FiringStatus.Missed });
            var dying = new TableScheduleStore(FaultyStorage.Tables(account, new RequestFaults(number => number >= last, isCarriedOut), retries: 0));

            var failure = await Xunit.Record.ExceptionAsync(async () => await dying.DecideAsync("a", Now.AddHours(2), [Line(1), Line(2)], kept: 1));

            var isDecided = (await healthy.FindAsync("a"))!.DecidedUntil == Now.AddHours(2);
            Assert.Equal(isDecided ? 2 : 0, (await healthy.OpenFiringsAsync("a")).Count);
            await healthy.DecideAsync("a", Now.AddHours(2), [Line(1), Line(2)], kept: 1);
            Assert.Equal([Line(2), Line(1), Line(0) with { Status = FiringStatus.Missed }], await healthy.FiringsAsync("a", 10, before: null));
            Assert.True(await healthy.DeleteAsync("a", record.Version));
            if (failure is null)
            {
                return;
            }
        }
    }

    protected override IScheduleStore CreateStore() => new TableScheduleStore(EmulatedTables.Of(account));

    private static ScheduleRecord Record(string name) => new()
    {
        Schedule = new Schedule { Name = name, Cron = "0 0 * * * ?", StateMachine = "M" }, DecidedUntil = Now, CreatedAt = Now, UpdatedAt = Now,
    };

    private static Firing Line(int hour) => new()
    {
        Schedule = "a", Id = $"a-{hour}", Due = Now.AddHours(hour), Status = FiringStatus.Due, StateMachine = "M", Input = Json.Parse("""{"n":1}"""),
    };
}
