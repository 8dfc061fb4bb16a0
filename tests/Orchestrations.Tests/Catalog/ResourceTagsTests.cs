using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Tests.Catalog;

public sealed class ResourceTagsTests
{
    private const string Arn = "arn:aws:states:us-east-1:123456789012:activity:pack";

    private static readonly DateTimeOffset Created = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ResourceTags tags = new(new MemoryResourceDocuments());

    [Fact]
    public async Task Adds_replaces_and_takes_away_by_key()
    {
        await tags.AddAsync(Arn, Created, Tags("a=1", "b=2"));
        await tags.AddAsync(Arn, Created, Tags("c=3", "a=4", "c=5"));
        Assert.Equal(Tags("a=4", "b=2", "c=5"), await ListAsync());

        await tags.RemoveAsync(Arn, Created, ["a", "none"]);
        Assert.Equal(Tags("b=2", "c=5"), await ListAsync());

        await tags.ForgetAsync(Arn);
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Keys_that_differ_in_case_are_different()
    {
        await tags.AddAsync(Arn, Created, Tags("team=1", "Team=2"));

        Assert.Equal(Tags("team=1", "Team=2"), await ListAsync());
    }

    [Fact]
    public async Task A_wish_to_create_it_again_changes_nothing()
    {
        await tags.BeginAsync(Arn, Created, Tags("a=1"));
        await tags.BeginAsync(Arn, Created, Tags("a=2", "b=2"));
        Assert.Equal(Tags("a=1"), await ListAsync());

        await tags.RemoveAsync(Arn, Created, ["a"]);
        await tags.BeginAsync(Arn, Created, Tags("a=3"));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Fifty_are_allowed_and_none_is_added_where_there_would_be_more()
    {
        ValueList<ResourceTag> fifty = [.. Enumerable.Range(0, ResourceTags.Most).Select(i => new ResourceTag($"k{i}", ""))];
        await tags.AddAsync(Arn, Created, fifty);
        await tags.AddAsync(Arn, Created, Tags("k7=new"));

        var refused = await Assert.ThrowsAsync<RefusedException>(async () => await tags.AddAsync(Arn, Created, Tags("k8=new", "more=1")));

        Assert.Equal((Refusal.TooManyTags, Arn), (refused.Refusal, refused.ResourceName));
        Assert.Equal([.. fifty.Select(tag => tag.Key == "k7" ? tag with { Value = "new" } : tag)], await ListAsync());
    }

    [Fact]
    public async Task Those_of_an_earlier_resource_of_the_ARN_count_for_nothing()
    {
        await tags.AddAsync(Arn, Created, Tags("a=1"));

        Assert.Empty(await tags.ListAsync(Arn, Created.AddSeconds(1)));
        await tags.BeginAsync(Arn, Created.AddSeconds(1), Tags("b=2"));

        Assert.Equal(Tags("b=2"), await tags.ListAsync(Arn, Created.AddSeconds(1)));
    }

    private ValueTask<ValueList<ResourceTag>> ListAsync() => tags.ListAsync(Arn, Created);

    private static ValueList<ResourceTag> Tags(params string[] pairs) => [.. pairs.Select(pair => new ResourceTag(pair.Split('=')[0], pair.Split('=')[1]))];
}
