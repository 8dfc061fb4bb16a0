using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Activities;

/// <summary>What every store of activities does.</summary>
public abstract class ActivityStoreContract
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 250, TimeSpan.Zero);

    protected abstract IActivityStore Store { get; }

    [Theory]
    [InlineData(null)]
    [InlineData("""{"type":"AWS_OWNED_KEY"}""")]
    public async Task Keeps_an_activity_whole(string? encryption)
    {
        var activity = Activity("a") with { EncryptionConfiguration = encryption is null ? null : Json.Parse(encryption) };

        Assert.True(await Store.TryAddAsync(activity));

        Assert.Equal(activity, await Store.FindAsync(activity.Arn));
    }

    [Fact]
    public async Task Adds_an_ARN_only_once()
    {
        await Store.TryAddAsync(Activity("a"));

        Assert.False(await Store.TryAddAsync(Activity("a") with { CreationDate = Noon.AddDays(1) }));
        Assert.Equal(Activity("a"), await Store.FindAsync(Activity("a").Arn));
    }

    [Fact]
    public async Task Adds_an_ARN_once_though_16_want_it()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () => await Store.TryAddAsync(Activity("a") with { CreationDate = Noon.AddSeconds(i) }))));

        Assert.Single(added, wasAdded => wasAdded);
    }

    [Fact]
    public async Task Forgets_an_activity_that_can_then_be_added_again()
    {
        await Store.TryAddAsync(Activity("a"));

        Assert.True(await Store.DeleteAsync(Activity("a").Arn));
        Assert.False(await Store.DeleteAsync(Activity("a").Arn));
        Assert.Null(await Store.FindAsync(Activity("a").Arn));
        Assert.True(await Store.TryAddAsync(Activity("a")));
    }

    [Fact]
    public async Task Lists_activities_by_ARN_from_anywhere_on_and_counts_them()
    {
        foreach (var name in (string[])["c", "a", "B", "d", "ü"])
        {
            await Store.TryAddAsync(Activity(name));
        }

        Assert.Equal(["B", "a", "c"], (await Store.ListAsync(after: null, limit: 3)).Select(activity => activity.Name));
        Assert.Equal(["d", "ü"], (await Store.ListAsync(Activity("c").Arn, limit: 3)).Select(activity => activity.Name));
        Assert.Equal(5, await Store.CountAsync());
    }

    private static ActivityRecord Activity(string name) => new()
    {
        Arn = $"arn:aws:states:us-east-1:123456789012:activity:{name}",
        Name = name,
        CreationDate = Noon,
    };
}
