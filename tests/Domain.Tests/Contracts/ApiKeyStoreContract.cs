using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Tests.Contracts;

/// <summary>What every <see cref="IApiKeyStore"/> must do.</summary>
public abstract class ApiKeyStoreContract
{
    // In UTC and whole milliseconds, as keys are kept.
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A store with nothing in it.</summary>
    protected abstract IApiKeyStore CreateStore();

    [Fact]
    public async Task Finds_nothing_that_was_never_saved() => Assert.Null(await CreateStore().FindAsync("TOAK0000000000000000"));

    [Fact]
    public async Task Keeps_every_member()
    {
        var store = CreateStore();
        var bare = Key("A", 1);
        var full = Key("B", 2) with
        {
            Roles = Roles.Viewer | Roles.Worker,
            Machines = new MachineScope(["orders-*", "arn:aws:states:*:*:activity:pack"]),
            Expires = Now.AddDays(1),
            Revoked = Now.AddHours(1),
            Previous = new StoredSecret("old", "older", Now.AddHours(2)),
        };

        Assert.Equal(bare with { Version = 1 }, await store.TrySaveAsync(bare));
        Assert.Equal(full with { Version = 1 }, await store.TrySaveAsync(full));

        Assert.Equal([bare with { Version = 1 }, full with { Version = 1 }], await store.ListAsync());
        Assert.Equal(full with { Version = 1 }, await store.FindAsync(full.Id));
    }

    [Fact]
    public async Task Lets_the_first_of_two_changes_win()
    {
        var store = CreateStore();
        var key = (await store.TrySaveAsync(Key("A", 1)))!;

        var first = await store.TrySaveAsync(key with { Revoked = Now });

        Assert.Null(await store.TrySaveAsync(key with { Owner = "bob" }));
        Assert.Null(await store.TrySaveAsync(Key("A", 1)));
        Assert.Equal(first, await store.FindAsync(key.Id));
    }

    [Fact]
    public async Task Saves_a_first_key_once()
    {
        var store = CreateStore();

        Assert.NotNull(await store.TrySaveFirstAsync(Key("A", 1)));
        Assert.Null(await store.TrySaveFirstAsync(Key("B", 2)));
        Assert.Single(await store.ListAsync());
    }

    [Fact]
    public async Task Notes_the_latest_use_and_changes_nothing_else()
    {
        var store = CreateStore();
        var key = (await store.TrySaveAsync(Key("A", 1)))!;

        await store.NoteUseAsync(key.Id, Now.AddHours(2));
        await store.NoteUseAsync(key.Id, Now.AddHours(1));

        Assert.Equal(key with { LastUsed = Now.AddHours(2) }, await store.FindAsync(key.Id));
        Assert.NotNull(await store.TrySaveAsync(key with { Revoked = Now }));
    }

    [Fact]
    public async Task Has_another_revision_after_every_change()
    {
        var store = CreateStore();
        var revisions = new List<long> { store.Revision() };
        var key = (await store.TrySaveAsync(Key("A", 1)))!;
        revisions.Add(store.Revision());
        await store.TrySaveAsync(key with { Revoked = Now });
        revisions.Add(store.Revision());

        Assert.Equal(revisions.Distinct(), revisions);
        Assert.Equal(store.Revision(), store.Revision());
    }

    private static ApiKey Key(string last, int minutes) => new()
    {
        Id = $"TOAK000000000000000{last}",
        Owner = "ada",
        Roles = Roles.None,
        Created = Now.AddMinutes(minutes),
        Secret = new StoredSecret($"hash {last}", $"sealed {last}"),
    };
}
