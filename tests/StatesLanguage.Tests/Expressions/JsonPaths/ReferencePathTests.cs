using TaskOrchestration.StatesLanguage.Expressions.JsonPaths;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.JsonPaths;

public class ReferencePathTests
{
    [Theory]
    [InlineData("$")]
    [InlineData("$.a")]
    [InlineData("$.a.b[0]")]
    [InlineData("$['a b']['c']")]
    [InlineData("$.a-b_c")]
    [InlineData("$.größe")]
    [InlineData("$[0][1].a")]
    public void Names_and_indexes_may_be_written_to(string path) => Assert.True(JsonPath.Parse(path).IsReferencePath);

    [Theory]
    [InlineData("$.*")]
    [InlineData("$.a[*]")]
    [InlineData("$..a")]
    [InlineData("$.a[0,1]")]
    [InlineData("$.a[0:1]")]
    [InlineData("$.a[-1]")]
    [InlineData("$['a','b']")]
    [InlineData("$.a[?(@.b)]")]
    [InlineData("$.a[(@.length-1)]")]
    [InlineData("$.a()")]
    [InlineData("$.['a']")]
    [InlineData("$.a.[0]")]
    [InlineData("$[0]a")]
    [InlineData("$.a ")]
    [InlineData("$[ 0 ]")]
    [InlineData("$['@a']")]
    [InlineData("$['a:b']")]
    [InlineData("a.b")]
    [InlineData("@.a")]
    public void Anything_else_may_not(string path) => Assert.False(JsonPath.Parse(path).IsReferencePath);

    [Theory]
    [InlineData("$", "{}", "1")]
    [InlineData("$.a", "{}", """{"a": 1}""")]
    [InlineData("$.a", """{"a": 0, "b": 2}""", """{"a": 1, "b": 2}""")]
    [InlineData("$.a.b.c", """{"x": 0}""", """{"x": 0, "a": {"b": {"c": 1}}}""")]
    [InlineData("$.a.b", """{"a": {"c": 0}}""", """{"a": {"c": 0, "b": 1}}""")]
    [InlineData("$.a[1]", """{"a": [0, 0, 0]}""", """{"a": [0, 1, 0]}""")]
    [InlineData("$.a[0].b", """{"a": [{}]}""", """{"a": [{"b": 1}]}""")]
    [InlineData("$.a[0].b.c", """{"a": [{}]}""", """{"a": [{"b": {"c": 1}}]}""")]
    public void Puts_a_value_in_its_place_and_makes_objects_on_the_way(string path, string json, string expected)
    {
        var root = Json.Parse(json);

        Assert.True(JsonPath.Parse(path).TrySet(root, Json.Of(1), out var result, out var error), error);
        Assert.Equal(Json.Parse(expected), result);
        Assert.Equal(Json.Parse(json), root);
    }

    [Theory]
    [InlineData("$.a", "\"text\"", """Unable to apply step "a" to input "text" """)]
    [InlineData("$.a", "[1]", """Unable to apply step "a" to input [1] """)]
    [InlineData("$.a.b", """{"a": 5}""", """Unable to apply step "b" to input {"a":5} """)]
    [InlineData("$.a.b", """{"a": null}""", """Unable to apply step "b" to input {"a":null} """)]
    [InlineData("$.a[2]", """{"a": [0]}""", """Unable to apply step "2" to input {"a":[0]} """)]
    [InlineData("$.a[0]", "{}", """Unable to apply step "0" to input {} """)]
    [InlineData("$.a[0]", """{"a": {}}""", """Unable to apply step "0" to input {"a":{}} """)]
    public void Names_the_step_that_has_no_place_to_write_to(string path, string json, string message)
    {
        Assert.False(JsonPath.Parse(path).TrySet(Json.Parse(json), Json.Of(1), out _, out var error));
        Assert.Equal(message.TrimEnd(), error);
    }

    [Fact]
    public void A_path_that_may_mean_several_places_cannot_be_written_to() =>
        Assert.Throws<InvalidOperationException>(() => JsonPath.Parse("$.a[*]").TrySet(JsonObject.Empty, Json.Null, out _, out _));
}
