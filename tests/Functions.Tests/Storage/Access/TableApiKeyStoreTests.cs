using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Functions.Storage.Access;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Access;

public sealed class TableApiKeyStoreTests : ApiKeyStoreContract
{
    private readonly AzuriteAccount account = AzuriteServer.NewAccount();
    private readonly ManualTimeProvider time = new(Simulation.Beginning);

    [Fact]
    public async Task Saves_a_first_key_once_though_64_instances_do()
    {
        var saved = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () => await CreateStore().TrySaveFirstAsync(Key(i)))));

        Assert.Equal([Assert.Single(saved, key => key is not null)!], await CreateStore().ListAsync());
    }

    [Fact]
    public async Task Saves_no_first_key_after_any_other()
    {
        await CreateStore().TrySaveAsync(Key(1));

        Assert.Null(await CreateStore().TrySaveFirstAsync(Key(2)));
        Assert.Null(await CreateStore().TrySaveFirstAsync(Key(1)));
    }

    [Fact]
    public async Task Loses_no_change_of_64_writers_while_others_note_its_use()
    {
        var key = (await CreateStore().TrySaveAsync(Key(1)))!;

        await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () =>
        {
            var store = CreateStore();
            await store.NoteUseAsync(key.Id, Simulation.Beginning.AddMinutes(i));
            while (await store.TrySaveAsync(Renamed((await store.FindAsync(key.Id))!)) is null)
            {
            }
        })));

        var found = (await CreateStore().FindAsync(key.Id))!;
        Assert.Equal((65, "ada" + new string('!', 64), Simulation.Beginning.AddMinutes(63)), (found.Version, found.Owner, found.LastUsed));
    }

    [Fact]
    public async Task Has_another_revision_soon_after_another_instance_has_changed_a_key()
    {
        var (one, other) = (CreateStore(), CreateStore());
        await one.TrySaveAsync(Key(1));
        var before = one.Revision();

        await other.TrySaveAsync(Key(2));
        time.Advance(TableApiKeyStore.Freshness);

        Assert.NotEqual(before, one.Revision());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Notices_nothing_of_a_request_that_is_lost_once(bool isCarriedOut)
    {
        for (var lost = 0; ; lost++)
        {
            var own = AzuriteServer.NewAccount();
            var faults = new RequestFaults(number => number == lost, isCarriedOut);
            var store = new TableApiKeyStore(FaultyStorage.Tables(own, faults), time);

            var first = (await store.TrySaveFirstAsync(Key(1)))!;
            await store.NoteUseAsync(first.Id, Simulation.Beginning);
            var second = await store.TrySaveAsync(first with { Revoked = Simulation.Beginning });
            Assert.Equal(first with { Revoked = Simulation.Beginning, LastUsed = Simulation.Beginning, Version = 2 }, second);
            Assert.Equal([second!], await store.ListAsync());
            if (faults.Sent <= lost)
            {
                return;
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Is_as_it_was_or_changed_wherever_an_instance_dies(bool isCarriedOut)
    {
        var key = (await CreateStore().TrySaveAsync(Key(1)))!;
        for (var last = 0; ; last++)
        {
            var dying = new TableApiKeyStore(FaultyStorage.Tables(account, new RequestFaults(number => number >= last, isCarriedOut), retries: 0), time);

            var failure = await Record.ExceptionAsync(async () => await dying.TrySaveAsync(Renamed(key)));

            var found = (await CreateStore().FindAsync(key.Id))!;
            Assert.Contains(found, new[] { key, Renamed(key) with { Version = key.Version + 1 } });
            if (failure is null)
            {
                return;
            }

            key = found;
        }
    }

    protected override IApiKeyStore CreateStore() =>
        new TableApiKeyStore(EmulatedTables.Of(account), time);

    private static ApiKey Renamed(ApiKey key) => key with { Owner = $"{key.Owner}!" };

    private static ApiKey Key(int number) => new()
    {
        Id = $"TOAK00000000000000{number:D2}",
        Owner = "ada",
        Roles = Roles.Admin,
        Created = Simulation.Beginning.AddMinutes(number),
        Secret = new StoredSecret($"hash {number}", $"sealed {number}"),
    };
}
