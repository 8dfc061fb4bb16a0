using TaskOrchestration.Orchestrations.Resources.Tables;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Resources.Tables;

/// <summary>What every <see cref="IItemStore"/> must do.</summary>
public abstract class ItemStoreContract
{
    protected abstract IItemStore CreateStore();

    [Fact]
    public async Task Keeps_items_as_they_are_spelled_and_finds_them_by_their_keys()
    {
        var store = CreateStore();
        var item = Item("""{"ü":{"L":[{"N":"1.0"},{"NULL":true}]}}""");

        await WriteAsync(store, "1", (Key("p", "s"), item));

        Assert.Equal([item.ToString(), null, null, null], (await store.ReadAsync([Key("p", "s"), Key("p"), Key("q", "s"), new ItemKey("other", "p", "s")])).Select(found => found?.ToString()));
    }

    [Fact]
    public async Task Changes_items_in_the_light_of_what_they_are()
    {
        var store = CreateStore();
        await WriteAsync(store, "1", (Key("a"), Item("""{"n":{"N":"1"}}""")), (Key("b"), Item("{}")));
        IReadOnlyList<JsonObject?> seen = [];

        var answer = await store.ChangeAsync("2", [Key("b"), Key("c"), Key("a")], found =>
        {
            seen = found;
            return new ItemChanges([null, Item("""{"n":{"N":"3"}}"""), Item("""{"n":{"N":"2"}}""")], Item("""{"done":true}"""));
        });

        Assert.Equal([Item("{}"), null, Item("""{"n":{"N":"1"}}""")], seen);
        Assert.Equal(Item("""{"done":true}"""), answer);
        Assert.Equal([Item("""{"n":{"N":"2"}}"""), null, Item("""{"n":{"N":"3"}}""")], await store.ReadAsync([Key("a"), Key("b"), Key("c")]));
    }

    [Fact]
    public async Task Changes_nothing_again_for_an_attempt_that_is_made_again()
    {
        var store = CreateStore();
        var first = await store.ChangeAsync("attempt", [Key("a")], _ => new ItemChanges([Item("""{"n":{"N":"1"}}""")], Item("""{"first":1}""")));

        var second = await store.ChangeAsync("attempt", [Key("a")], _ => new ItemChanges([Item("""{"n":{"N":"2"}}""")], Item("""{"second":1}""")));

        Assert.Equal(first, second);
        Assert.Equal([Item("""{"n":{"N":"1"}}""")], await store.ReadAsync([Key("a")]));
    }

    [Fact]
    public async Task Changes_nothing_where_it_is_refused_and_may_be_asked_again()
    {
        var store = CreateStore();

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await store.ChangeAsync("attempt", [Key("a")], _ => throw new InvalidOperationException("no")));
        await WriteAsync(store, "attempt", (Key("a"), Item("{}")));

        Assert.Equal([Item("{}")], await store.ReadAsync([Key("a")]));
    }

    [Fact]
    public async Task Lists_in_the_order_of_keys_from_either_end()
    {
        var store = CreateStore();
        await WriteAsync(store, "1", [.. from p in "ba" from s in "312" select (Key($"{p}", $"{s}"), Item("{}"))]);
        await WriteAsync(store, "2", (new ItemKey("other", "a", "0"), Item("{}")));

        var all = await store.ListAsync(new ItemRange("t"));
        var partition = await store.ListAsync(new ItemRange("t") { Partition = "b" });
        var next = await store.ListAsync(new ItemRange("t") { After = Key("a", "2"), Limit = 2 });
        var backwards = await store.ListAsync(new ItemRange("t") { Partition = "b", After = Key("b", "3"), IsDescending = true });

        Assert.Equal(["a1", "a2", "a3", "b1", "b2", "b3"], Shown(all));
        Assert.Equal(["b1", "b2", "b3"], Shown(partition));
        Assert.Equal(["a3", "b1"], Shown(next));
        Assert.Equal(["b2", "b1"], Shown(backwards));
    }

    private static ItemKey Key(string partition, string sort = "") => new("t", partition, sort);

    private static JsonObject Item(string json) => (JsonObject)Json.Parse(json);

    private static ValueTask<JsonObject> WriteAsync(IItemStore store, string attempt, params (ItemKey Key, JsonObject Item)[] items) =>
        store.ChangeAsync(attempt, [.. items.Select(item => item.Key)], _ => new ItemChanges([.. items.Select(item => item.Item)], JsonObject.Empty));

    private static IEnumerable<string> Shown(IReadOnlyList<StoredItem> items) => items.Select(item => $"{item.Key.Partition}{item.Key.Sort}");
}
