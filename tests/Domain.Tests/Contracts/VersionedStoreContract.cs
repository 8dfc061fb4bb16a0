namespace TaskOrchestration.Domain.Tests.Contracts;

/// <summary>What every store of versioned records must do, whatever the records are.</summary>
public abstract class VersionedStoreContract<TStore, TRecord>
    where TRecord : class
{
    [Fact]
    public async Task Finds_nothing_that_was_never_saved() => Assert.Null(await FindAsync(CreateStore(), "a"));

    [Fact]
    public async Task Finds_every_member_of_what_was_saved()
    {
        var store = CreateStore();

        var savedFull = await TrySaveAsync(store, Full("a"));
        var savedBare = await TrySaveAsync(store, Bare("b"));

        Assert.Equal(AtVersion(Full("a"), 1), savedFull);
        Assert.Equal(AtVersion(Bare("b"), 1), savedBare);
        Assert.Equal(savedFull, await FindAsync(store, "a"));
        Assert.Equal(savedBare, await FindAsync(store, "b"));
        Assert.Equal(BeganAt(Full("a")).Offset, BeganAt((await FindAsync(store, "a"))!).Offset);
    }

    [Fact]
    public async Task Replaces_the_version_it_keeps()
    {
        var store = CreateStore();
        await TrySaveAsync(store, Bare("a"));

        var second = await TrySaveAsync(store, AtVersion(Full("a"), 1));

        Assert.Equal(AtVersion(Full("a"), 2), second);
        Assert.Equal(second, await FindAsync(store, "a"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Changes_nothing_when_the_version_is_another(long version)
    {
        var store = CreateStore();
        var first = await TrySaveAsync(store, Bare("a"));
        var second = await TrySaveAsync(store, first!);

        var refused = await TrySaveAsync(store, AtVersion(Full("a"), version));

        Assert.Null(refused);
        Assert.Equal(second, await FindAsync(store, "a"));
    }

    [Fact]
    public async Task Does_not_save_a_later_version_of_what_it_does_not_keep()
    {
        var store = CreateStore();

        Assert.Null(await TrySaveAsync(store, AtVersion(Bare("a"), 1)));
        Assert.Null(await FindAsync(store, "a"));
    }

    [Fact]
    public async Task Compares_ids_exactly()
    {
        var store = CreateStore();
        await TrySaveAsync(store, Bare("a"));

        Assert.Null(await FindAsync(store, "A"));
        Assert.Null(await FindAsync(store, "a "));
        Assert.NotNull(await TrySaveAsync(store, Bare("A")));
    }

    [Fact]
    public async Task Lets_one_of_many_savers_at_once_through()
    {
        var store = CreateStore();
        var first = await TrySaveAsync(store, Bare("a"));

        var saved = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => await TrySaveAsync(store, first!))));

        Assert.Equal(AtVersion(Bare("a"), 2), Assert.Single(saved, each => each is not null));
        Assert.Equal(AtVersion(Bare("a"), 2), await FindAsync(store, "a"));
    }

    /// <summary>A store with nothing in it.</summary>
    protected abstract TStore CreateStore();

    /// <summary>The store's own way to find a record.</summary>
    protected abstract ValueTask<TRecord?> FindAsync(TStore store, string id);

    /// <summary>The store's own way to save a record.</summary>
    protected abstract ValueTask<TRecord?> TrySaveAsync(TStore store, TRecord record);

    /// <summary>A record of version 0 with every member set.</summary>
    protected abstract TRecord Full(string id);

    /// <summary>A record of version 0 with no more members set than it must have.</summary>
    protected abstract TRecord Bare(string id);

    /// <summary>The record as another version.</summary>
    protected abstract TRecord AtVersion(TRecord record, long version);

    /// <summary>The first of the record's moments.</summary>
    protected abstract DateTimeOffset BeganAt(TRecord record);
}
