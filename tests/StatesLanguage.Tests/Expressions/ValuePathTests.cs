using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Expressions.JsonPaths;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions;

public class ValuePathTests
{
    private static readonly Scope Scope = new(
        input: """{"a": 1}""",
        context: """{"Execution": {"Id": "x"}}""",
        variables: """{"total": {"sum": 5, "items": [7, 8]}, "nothing": null, "größe_2": 3}""");

    [Theory]
    [InlineData("$", """{"a": 1}""")]
    [InlineData("$.a", "1")]
    [InlineData("$$", """{"Execution": {"Id": "x"}}""")]
    [InlineData("$$.Execution.Id", "\"x\"")]
    [InlineData("$$['Execution']['Id']", "\"x\"")]
    [InlineData("$total.sum", "5")]
    [InlineData("$total['items'][1]", "8")]
    [InlineData("$total.items[*]", "[7, 8]")]
    [InlineData("$größe_2", "3")]
    public void Looks_up_in_the_input_the_context_object_or_a_variable(string text, string expected)
    {
        var found = ValuePath.Parse(text).TryEvaluate(Scope, out var value, out var miss);

        Assert.True(found, miss?.Message);
        Assert.Equal(Json.Parse(expected), value);
    }

    [Fact]
    public void A_variable_that_is_null_is_found()
    {
        Assert.True(ValuePath.Parse("$nothing").TryEvaluate(Scope, out var value, out _));
        Assert.Equal(Json.Null, value);
    }

    [Fact]
    public void A_variable_without_a_value_is_missed_by_name()
    {
        var path = ValuePath.Parse("$unset.a");

        Assert.False(path.TryEvaluate(Scope, out _, out var miss));
        Assert.Equal(new PathMiss(PathMissKind.NotFound, "The variable '$unset' has no value"), miss);
        Assert.False(path.TryEvaluate(Scope, out _));
    }

    [Fact]
    public void Says_what_it_is_made_of()
    {
        var path = ValuePath.Parse("$total.items[0]");

        Assert.Equal(
            ("$total.items[0]", PathRoot.Variable, "total", "$.items[0]", true),
            (path.Text, path.Root, path.Variable, path.Path.Text, path.IsDefinite));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData(" $.a")]
    [InlineData("$ .a")]
    [InlineData("$$$")]
    [InlineData("$$x")]
    [InlineData("$name)")]
    [InlineData("$name-a")]
    public void Refuses_what_starts_nowhere(string text) => Assert.False(ValuePath.TryParse(text, out _, out _));

    [Fact]
    public void Equal_texts_are_equal_paths() => Assert.Equal(ValuePath.Parse("$.a"), ValuePath.Parse("$.a"));
}
