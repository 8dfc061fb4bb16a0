using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Tests.Contracts;

/// <summary>What every <see cref="IAnswerStore"/> must do.</summary>
public abstract class AnswerStoreContract
{
    /// <summary>A store with nothing in it.</summary>
    protected abstract IAnswerStore CreateStore();

    [Fact]
    public async Task Finds_nothing_that_was_never_kept() => Assert.Null(await CreateStore().FindAsync("a"));

    [Fact]
    public async Task Keeps_every_member()
    {
        var store = CreateStore();
        var full = new Answer("a", "Shipped", "track 'ü'", Samples.Now);
        var bare = new Answer("b", "Held", null, Samples.Now);

        Assert.Equal(full, await store.KeepAsync(full));
        Assert.Equal(bare, await store.KeepAsync(bare));

        Assert.Equal(full, await store.FindAsync("a"));
        Assert.Equal(bare, await store.FindAsync("b"));
        Assert.Equal(Samples.Now.Offset, (await store.FindAsync("a"))!.At.Offset);
    }

    [Fact]
    public async Task Keeps_the_first_answer_under_a_token()
    {
        var store = CreateStore();
        var first = new Answer("a", "Shipped", "track", Samples.Now);
        await store.KeepAsync(first);

        Assert.Equal(first, await store.KeepAsync(new Answer("a", "CalledOff", null, Samples.Now.AddDays(1))));
        Assert.Equal(first, await store.FindAsync("a"));
    }

    [Fact]
    public async Task Gives_the_same_answer_to_all_who_keep_at_once()
    {
        var store = CreateStore();

        var kept = await Task.WhenAll(Enumerable.Range(0, 16).Select(
            i => Task.Run(async () => await store.KeepAsync(new Answer("a", "Shipped", $"track {i}", Samples.Now)))));

        Assert.Single(kept.Distinct());
        Assert.Equal(kept[0], await store.FindAsync("a"));
    }
}
