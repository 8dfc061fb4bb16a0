using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Tests.Contracts;

/// <summary>What every <see cref="IIdempotencyStore"/> must do.</summary>
public abstract class IdempotencyStoreContract
{
    [Fact]
    public async Task Finds_nothing_that_was_never_kept() => Assert.Null(await CreateStore().FindAsync("scope", "key"));

    [Fact]
    public async Task Keeps_every_member()
    {
        var store = CreateStore();
        var full = Bare("a") with
        {
            ContentType = "application/json",
            Headers = [new AnswerHeader("Location", "/api/v1/tasks/a"), new AnswerHeader("ETag", "\"1\"")],
            Body = """{"title":"ü"}""",
        };

        Assert.Equal(full, await store.KeepAsync(full));
        Assert.Equal(Bare("b"), await store.KeepAsync(Bare("b")));

        Assert.Equal(full, await store.FindAsync("scope", "a"));
        Assert.Equal(Bare("b"), await store.FindAsync("scope", "b"));
    }

    [Fact]
    public async Task Tells_scopes_and_keys_apart_exactly()
    {
        var store = CreateStore();
        await store.KeepAsync(Bare("a"));

        Assert.Null(await store.FindAsync("Scope", "a"));
        Assert.Null(await store.FindAsync("scope", "A"));
        Assert.Null(await store.FindAsync("scopea", ""));
        Assert.Equal(Bare("a") with { Scope = "other" }, await store.KeepAsync(Bare("a") with { Scope = "other" }));
    }

    [Fact]
    public async Task Keeps_the_first_answer_under_a_key()
    {
        var store = CreateStore();
        await store.KeepAsync(Bare("a"));

        Assert.Equal(Bare("a"), await store.KeepAsync(Bare("a") with { Status = 422, RequestHash = "other" }));
        Assert.Equal(Bare("a"), await store.FindAsync("scope", "a"));
    }

    [Fact]
    public async Task Gives_the_same_answer_to_all_who_keep_at_once()
    {
        var store = CreateStore();

        var kept = await Task.WhenAll(Enumerable.Range(0, 16).Select(
            i => Task.Run(async () => await store.KeepAsync(Bare("a") with { Body = $"body {i}" }))));

        Assert.Single(kept.Distinct());
        Assert.Equal(kept[0], await store.FindAsync("scope", "a"));
    }

    [Fact]
    public async Task Forgets_what_was_answered_before_a_moment()
    {
        var store = CreateStore();
        await store.KeepAsync(Bare("old") with { At = Samples.Now.AddTicks(-1) });
        await store.KeepAsync(Bare("new"));

        Assert.Equal(1, await store.PurgeAsync(Samples.Now.ToOffset(TimeSpan.FromHours(-5))));

        Assert.Null(await store.FindAsync("scope", "old"));
        Assert.NotNull(await store.FindAsync("scope", "new"));
    }

    /// <summary>A store with nothing in it.</summary>
    protected abstract IIdempotencyStore CreateStore();

    private static IdempotentAnswer Bare(string key) =>
        new() { Scope = "scope", Key = key, RequestHash = "hash", Status = 201, At = Samples.Now };
}
