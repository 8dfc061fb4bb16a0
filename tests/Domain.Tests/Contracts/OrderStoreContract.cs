using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Tests.Contracts;

/// <summary>What every <see cref="IOrderStore"/> must do.</summary>
public abstract class OrderStoreContract
{
    /// <summary>A store with nothing in it.</summary>
    protected abstract IOrderStore CreateStore();

    [Fact]
    public async Task Finds_nothing_that_was_never_saved() => Assert.Null(await CreateStore().FindAsync("a"));

    [Fact]
    public async Task Finds_every_member_of_what_was_saved()
    {
        var store = CreateStore();
        var full = Samples.FullOrder("a");
        var bare = Samples.BareOrder("b");

        var savedFull = await store.TrySaveAsync(full);
        var savedBare = await store.TrySaveAsync(bare);

        Assert.Equal(full with { Version = 1 }, savedFull);
        Assert.Equal(bare with { Version = 1 }, savedBare);
        Assert.Equal(savedFull, await store.FindAsync("a"));
        Assert.Equal(savedBare, await store.FindAsync("b"));
        Assert.Equal(full.PlacedAt.Offset, (await store.FindAsync("a"))!.PlacedAt.Offset);
    }

    [Fact]
    public async Task Replaces_the_version_it_keeps()
    {
        var store = CreateStore();
        var first = await store.TrySaveAsync(Samples.BareOrder("a"));

        var second = await store.TrySaveAsync(Samples.FullOrder("a") with { Version = first!.Version });

        Assert.Equal(Samples.FullOrder("a") with { Version = 2 }, second);
        Assert.Equal(second, await store.FindAsync("a"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Changes_nothing_when_the_version_is_another(long version)
    {
        var store = CreateStore();
        var first = await store.TrySaveAsync(Samples.BareOrder("a"));
        var second = await store.TrySaveAsync(first!);

        var refused = await store.TrySaveAsync(Samples.FullOrder("a") with { Version = version });

        Assert.Null(refused);
        Assert.Equal(second, await store.FindAsync("a"));
    }

    [Fact]
    public async Task Does_not_save_a_later_version_of_what_it_does_not_keep()
    {
        var store = CreateStore();

        Assert.Null(await store.TrySaveAsync(Samples.BareOrder("a") with { Version = 1 }));
        Assert.Null(await store.FindAsync("a"));
    }

    [Fact]
    public async Task Compares_ids_exactly()
    {
        var store = CreateStore();
        await store.TrySaveAsync(Samples.BareOrder("a"));

        Assert.Null(await store.FindAsync("A"));
        Assert.Null(await store.FindAsync("a "));
        Assert.NotNull(await store.TrySaveAsync(Samples.BareOrder("A")));
    }

    [Fact]
    public async Task Lets_one_of_many_savers_at_once_through()
    {
        var store = CreateStore();
        var first = await store.TrySaveAsync(Samples.BareOrder("a"));

        var saved = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => await store.TrySaveAsync(first!))));

        Assert.Single(saved, each => each is not null);
        Assert.Equal(2, (await store.FindAsync("a"))!.Version);
    }
}
