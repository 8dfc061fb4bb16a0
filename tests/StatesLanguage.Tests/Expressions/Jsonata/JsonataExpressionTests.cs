using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata;

public class JsonataExpressionTests
{
    [Fact]
    public void Equals_an_expression_of_the_same_text_in_the_same_edition()
    {
        Assert.Equal(JsonataExpression.Parse("a.b"), JsonataExpression.Parse("a.b"));
        Assert.NotEqual(JsonataExpression.Parse("a.b"), JsonataExpression.Parse("a. b"));
        Assert.NotEqual(JsonataExpression.Parse("a"), JsonataExpression.Parse("a", JsonataOptions.Plain));
    }

    [Fact]
    public void Throws_what_it_cannot_read_with_the_error()
    {
        var error = Assert.Throws<JsonataException>(() => JsonataExpression.Parse("a +")).Error;

        Assert.Equal("S0207", error.Code);
    }

    [Theory]
    [InlineData("missing", false, false)]
    [InlineData("$sum", true, false)]
    [InlineData("1/0", false, true)]
    public void Tells_apart_what_is_no_value(string expression, bool isFunction, bool isNonFinite)
    {
        var result = JsonataExpression.Parse(expression).Evaluate(input: null, new WorldOfTest());

        Assert.Equal((isFunction, isNonFinite, !isFunction && !isNonFinite), (result.IsFunction, result.IsNonFiniteNumber, result.IsUndefined));
    }

    [Fact]
    public void Sees_the_variables_of_the_scope_which_hide_the_library()
    {
        Assert.Equal("3", Answer.To("$a.b + 1", world: new WorldOfTest("""{"a":{"b":2}}""")));
        Assert.Equal("5", Answer.To("$sum", world: new WorldOfTest("""{"sum":5}""")));
        Assert.Equal("T1006", Answer.To("$sum([1])", world: new WorldOfTest("""{"sum":5}""")));
    }

    [Fact]
    public void What_an_evaluation_needs_inside_does_not_leave_it()
    {
        var list = JsonataExpression.Parse("a.b").Evaluate(Json.Parse("""{"a":[{"b":1},{"b":2}]}"""), new WorldOfTest()).Value!;

        Assert.False(list.IsUnsettled);
        Assert.Equal("[[1,2]]", JsonataExpression.Parse("[[$]]").Evaluate(list, new WorldOfTest()).Value?.ToString());
    }

    [Theory]
    [InlineData("a ?? 1", "S0211", "1")]
    [InlineData("0 ?: 1", "S0211", "1")]
    [InlineData("0 ?? 1", "S0211", "0")]
    public void The_newer_edition_has_operators_that_the_older_refuses(string expression, string older, string newer)
    {
        Assert.Equal(older, Answer.To(expression));
        Assert.Equal(newer, Answer.To(expression, options: new JsonataOptions { Dialect = JsonataDialect.Jsonata22 }));
    }

    [Fact]
    public void A_long_row_of_fallbacks_is_read_and_evaluated_once_each() =>
        Assert.Equal("1", Answer.To(string.Join(" ?? ", Enumerable.Repeat("a", 80)) + " ?? 1", options: new JsonataOptions { Dialect = JsonataDialect.Jsonata22 }));

    [Theory]
    [InlineData("$eval('1 + 1')", "2")]
    [InlineData("$eval('a', {'a': 3})", "3")]
    [InlineData("$eval('[')", "D3120")]
    [InlineData("$eval('1 + true')", "D3121")]
    public void The_plain_language_evaluates_texts(string expression, string expected) => Assert.Equal(expected, Answer.To(expression, options: JsonataOptions.Plain));
}
