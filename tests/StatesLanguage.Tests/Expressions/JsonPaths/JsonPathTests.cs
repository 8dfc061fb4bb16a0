using TaskOrchestration.StatesLanguage.Expressions.JsonPaths;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.JsonPaths;

public class JsonPathTests
{
    private const string Shop = """
        {
          "name": "corner",
          "0": "zero",
          "with space": 1,
          "owner": {"first": "Ada", "last": null},
          "shelves": [{"sku": "x", "qty": 2}, {"sku": "y", "qty": 1}, {"sku": "z", "qty": 5}],
          "empty": []
        }
        """;

    [Theory]
    [InlineData("$.name", "\"corner\"")]
    [InlineData("$['name']", "\"corner\"")]
    [InlineData("$.owner.first", "\"Ada\"")]
    [InlineData("$.owner['first']", "\"Ada\"")]
    [InlineData("$.owner.last", "null")]
    [InlineData("$['with space']", "1")]
    [InlineData("$.0", "\"zero\"")]
    [InlineData("$.shelves[1].sku", "\"y\"")]
    [InlineData("$.shelves[ 1 ].sku", "\"y\"")]
    public void Follows_names_and_indexes(string path, string expected) => Assert.Equal(Json.Parse(expected), Looked.Up(path, Shop));

    [Theory]
    [InlineData("$.shelves.[1].sku")]
    [InlineData("$.shelves[1]sku")]
    [InlineData("shelves[1].sku")]
    [InlineData("@.shelves[1].sku")]
    [InlineData("$.['shelves'].[1].['sku']")]
    [InlineData("  $.shelves[1].sku ")]
    [InlineData("$.shelves[1,].sku")]
    [InlineData("$.shelves[,1].sku")]
    [InlineData("$.shelves[1x].sku")]
    [InlineData("$.shelves[(@.length-2)].sku")]
    public void Accepts_the_odd_spellings_the_service_accepts(string path) => Assert.Equal(Json.Of("y"), Looked.Up(path, Shop));

    [Theory]
    [InlineData("$.shelves[*].sku", """["x", "y", "z"]""")]
    [InlineData("$.shelves.*.sku", """["x", "y", "z"]""")]
    [InlineData("$.owner.*", """["Ada", null]""")]
    [InlineData("$.name[*]", "[]")]
    [InlineData("$.shelves[0,2].sku", """["x", "z"]""")]
    [InlineData("$.shelves[2,0].sku", """["z", "x"]""")]
    [InlineData("$.shelves[1:].sku", """["y", "z"]""")]
    [InlineData("$.shelves[-1:].sku", """["z"]""")]
    [InlineData("$.shelves[-9:].sku", """["x", "y", "z"]""")]
    [InlineData("$.shelves[:2].sku", """["x", "y"]""")]
    [InlineData("$.shelves[:-1].sku", """["x", "y"]""")]
    [InlineData("$.shelves[0:2].sku", """["x", "y"]""")]
    [InlineData("$.shelves[0:9].sku", """["x", "y", "z"]""")]
    [InlineData("$.shelves[2:1].sku", "[]")]
    [InlineData("$.shelves[0:3:2].sku", """["x", "y", "z"]""")]
    [InlineData("$.empty[1:]", "[]")]
    [InlineData("$.empty[*]", "[]")]
    public void Gives_a_list_where_several_are_possible(string path, string expected) => Assert.Equal(Json.Parse(expected), Looked.Up(path, Shop));

    [Theory]
    [InlineData("$['name', '0']", """{"name": "corner", "0": "zero"}""")]
    [InlineData("$['name', 'none']", """{"name": "corner"}""")]
    [InlineData("$.owner['x','y']", "{}")]
    [InlineData("$.shelves[*]['sku','none']", """[{"sku": "x"}, {"sku": "y"}, {"sku": "z"}]""")]
    public void Several_names_give_one_object_of_what_is_there(string path, string expected) =>
        Assert.Equal(Json.Parse(expected), Looked.Up(path, Shop));

    [Theory]
    [InlineData("$..b", """{"a": {"b": 1}, "b": [{"b": 2}]}""", "[[{\"b\": 2}], 1, 2]")]
    [InlineData("$..b.c", """{"a": {"b": {"c": 1}}, "d": [{"b": {"c": 2}}]}""", "[1, 2]")]
    [InlineData("$..[0]", """{"a": [1, [2]]}""", "[1, 2]")]
    [InlineData("$..['a', 'b']", """[{"a": 1, "b": 2, "c": 3}, {"a": 4}]""", """[{"a": 1, "b": 2}]""")]
    [InlineData("$..*", """{"a": {"b": 1}}""", """[{"b": 1}, 1]""")]
    [InlineData("$..[?(@.n > 1)].n", """[{"n": 1}, {"n": 2, "m": {"n": 3}}]""", "[2, 3]")]
    [InlineData("$..none", """{"a": 1}""", "[]")]
    [InlineData("$.a..b", """{"a": [{"b": 1}], "b": 2}""", "[1]")]
    public void Scans_at_any_depth_the_value_itself_first(string path, string json, string expected)
    {
        var found = (JsonArray)Looked.Up(path, json);

        Assert.Equal(((JsonArray)Json.Parse(expected)).ToHashSet(), found.ToHashSet());
        Assert.Equal(((JsonArray)Json.Parse(expected)).Count, found.Count);
    }

    [Fact]
    public void A_scan_goes_from_the_outside_in() =>
        Assert.Equal(Json.Parse("[1, 2, 3]"), Looked.Up("$..n", """{"n": 1, "a": {"n": 2, "b": {"n": 3}}}"""));

    [Fact]
    public void A_quote_in_a_dotted_name_has_the_effect_it_has_in_brackets() =>
        Assert.Equal(Json.Of(1), Looked.Up("$.it's", """{"it": 1, "it's": 2}"""));

    [Theory]
    [InlineData("$", true)]
    [InlineData("$.a['b'][0]", true)]
    [InlineData("$['a','b']", true)]
    [InlineData("$.a[(@.length-1)]", true)]
    [InlineData("$.a[0,1]", false)]
    [InlineData("$.a[0:1]", false)]
    [InlineData("$.a[*]", false)]
    [InlineData("$..a", false)]
    [InlineData("$.a[?(@.b)]", false)]
    public void Knows_whether_it_leads_to_one_value(string path, bool definite) => Assert.Equal(definite, JsonPath.Parse(path).IsDefinite);

    [Fact]
    public void Equal_texts_are_equal_paths()
    {
        Assert.Equal(JsonPath.Parse("$.a"), JsonPath.Parse("$.a"));
        Assert.NotEqual(JsonPath.Parse("$.a"), JsonPath.Parse("$['a']"));
        Assert.Same(JsonPath.Root, JsonPath.Parse("$"));
    }

    [Fact]
    public void A_definite_path_is_followed_without_allocating()
    {
        var path = JsonPath.Parse("$.shelves[1].sku");
        var shop = Json.Parse(Shop);
        path.TryEvaluate(shop, out _, out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        path.TryEvaluate(shop, out _, out _);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
