using TaskOrchestration.StatesLanguage.Expressions.JsonPaths;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.JsonPaths;

public class PathMissTests
{
    private const string Value = """{"text": "x", "none": null, "list": [1, {"a": {}}], "empty": [], "both": [{"v": 1}, {}]}""";

    [Theory]
    [InlineData("$.gone", PathMissKind.NotFound, "No results for path: $['gone']")]
    [InlineData("$.list[1].a.gone", PathMissKind.NotFound, "No results for path: $['list'][1]['a']['gone']")]
    [InlineData("$.gone.a", PathMissKind.NotFound, "Missing property in path $['gone']")]
    [InlineData("$.gone[0]", PathMissKind.NotFound, "Missing property in path $['gone']")]
    [InlineData("$.text.a", PathMissKind.NotFound, "Property ['a'] not found in path $['text']")]
    [InlineData("$.none.a", PathMissKind.NotFound, "Property ['a'] not found in path $['none']")]
    [InlineData("$.list.length()", PathMissKind.NotFound, "Property ['length()'] not found in path $['list']")]
    [InlineData("$.list['a','b']", PathMissKind.NotFound, "Property ['a', 'b'] not found in path $['list']")]
    [InlineData("$.none[0]", PathMissKind.NotFound, "The path $['none'] is null")]
    [InlineData("$.list[2]", PathMissKind.OutOfBounds, "Index out of bounds when evaluating path $['list'][2]")]
    [InlineData("$.list[-1]", PathMissKind.OutOfBounds, "Index out of bounds when evaluating path $['list'][-1]")]
    [InlineData("$.empty[0].a", PathMissKind.OutOfBounds, "Index out of bounds when evaluating path $['empty'][0]")]
    [InlineData("$.text[0]", PathMissKind.NotApplicable, "Filter: [0] can only be applied to arrays. Current context is: x")]
    [InlineData("$.text[0:1].a", PathMissKind.NotApplicable, "Filter: [0:1]['a'] can only be applied to arrays. Current context is: x")]
    [InlineData("$.text[?(@.a)]", PathMissKind.NotApplicable, "Filter: [?] can not be applied to primitives. Current context is: x")]
    [InlineData("$['text','none'].a", PathMissKind.NotApplicable, "Multi properties can only be used as path leafs: $['text', 'none']")]
    [InlineData("$.both[0,1].v", PathMissKind.NotFound, "No results for path: $['both'][1]['v']")]
    [InlineData("$.list[0:9].a", PathMissKind.NotFound, "Property ['a'] not found in path $['list'][0]")]
    [InlineData("$..a.b", PathMissKind.NotFound, "No results for path: $['list'][1]['a']['b']")]
    public void Says_why_there_is_nothing(string path, PathMissKind kind, string message) =>
        Assert.Equal(new PathMiss(kind, message), Looked.UpInVain(path, Value));

    [Theory]
    [InlineData("$.gone[*]")]
    [InlineData("$.gone[1:]")]
    [InlineData("$.gone.a[*].b")]
    [InlineData("$.list[?(@.a)].b.c")]
    public void An_indefinite_path_passes_over_a_member_missing_on_the_way(string path) => Assert.Equal(JsonArray.Empty, Looked.Up(path, Value));

    [Theory]
    [InlineData("$.both[*].v", "[1]")]
    [InlineData("$.list[*].a.b", "[]")]
    public void A_wildcard_passes_over_items_that_lack_the_rest(string path, string expected) =>
        Assert.Equal(Json.Parse(expected), Looked.Up(path, Value));

    [Fact]
    public void A_wildcard_does_not_pass_over_items_the_rest_does_not_fit() =>
        Assert.Equal(
            new PathMiss(PathMissKind.NotApplicable, "Filter: [0]['a'] can only be applied to arrays. Current context is: 1"),
            Looked.UpInVain("$.list[*][0]['a']", Value));

    [Theory]
    [InlineData("$")]
    [InlineData("$.a")]
    [InlineData("$[*]")]
    public void Nothing_can_be_looked_up_in_null(string path) =>
        Assert.Equal(new PathMiss(PathMissKind.NullRoot, "root can not be null"), Looked.UpInVain(path, "null"));

    [Fact]
    public void Without_a_message_the_answer_is_the_same()
    {
        var value = Json.Parse(Value);

        Assert.False(JsonPath.Parse("$.gone").TryEvaluate(value, out _));
        Assert.False(JsonPath.Parse("$.both[0,1].v").TryEvaluate(value, out _));
        Assert.False(JsonPath.Root.TryEvaluate(Json.Null, out _));
        Assert.True(JsonPath.Parse("$.text").TryEvaluate(value, out _));
        Assert.True(JsonPath.Parse("$..v").TryEvaluate(value, out _));
    }

    [Fact]
    public void An_evaluation_that_multiplies_without_end_is_stopped()
    {
        var deep = Enumerable.Range(0, 200).Aggregate(Json.Of(1), (value, _) => JsonObject.Of(("a", JsonArray.Of(value, value))));
        var path = JsonPath.Parse("$..*..*..*");

        Assert.False(path.TryEvaluate(deep, out _, out var miss));
        Assert.Equal(PathMissKind.TooCostly, miss.Kind);
    }
}
