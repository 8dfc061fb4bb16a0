using TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.JsonPaths;

public class JsonPathSyntaxTests
{
    [Theory]
    [InlineData("", "expected a path such as '$.name', found an empty text")]
    [InlineData("$a", "expected '.' or '[' after '$', found 'a' at position 2 of '$a'")]
    [InlineData("$.", "expected a name after '.', found the end of the path at position 3 of '$.'")]
    [InlineData("$.a.", "expected a name after '.', found the end of the path at position 5 of '$.a.'")]
    [InlineData("$.a..", "expected a step after '..', found the end of the path at position 6 of '$.a..'")]
    [InlineData("$.a b", "expected a step, found a space: outside brackets a path has none at position 4 of '$.a b'")]
    [InlineData("a b", "expected a step, found a space: outside brackets a path has none at position 2 of 'a b'")]
    [InlineData("$.a[b]", "expected a quoted name, an index, a slice, '*' or a filter, found '[b]' at position 4 of '$.a[b]'")]
    [InlineData("$[\"a\"]", "expected a quoted name, an index, a slice, '*' or a filter, found '[\"a\"]' at position 2 of '$[\"a\"]'")]
    [InlineData("$[0", "expected ']', found the end of the path at position 4 of '$[0'")]
    [InlineData("$['a'", "expected ']', found the end of the path at position 6 of '$['a''")]
    [InlineData("$[--1]", "expected a whole number of 32 bits, found '--1' at position 6 of '$[--1]'")]
    [InlineData("$[9999999999]", "expected a whole number of 32 bits, found '9999999999' at position 13 of '$[9999999999]'")]
    [InlineData("$[:]", "expected a whole number of 32 bits, found '' at position 4 of '$[:]'")]
    [InlineData("$[?@.a]", "expected a filter of the form [?(…)], found '[?@.a]' at position 3 of '$[?@.a]'")]
    [InlineData("$[?(@.a]", "expected ')]' to close the filter, found the end of it at position 9 of '$[?(@.a]'")]
    public void Says_what_was_expected_what_was_found_and_where(string text, string message)
    {
        Assert.False(JsonPath.TryParse(text, out _, out var error));
        Assert.StartsWith(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_exception_carries_the_position() =>
        Assert.Equal(4, Assert.Throws<JsonPathSyntaxException>(() => JsonPath.Parse("$.a b")).Position);

    [Theory]
    [InlineData("$[?()]")]
    [InlineData("$[?(true)]")]
    [InlineData("$[?(1)]")]
    [InlineData("$[?(@.a &&)]")]
    [InlineData("$[?(|| @.a)]")]
    [InlineData("$[?(@.a in [1,2])]")]
    [InlineData("$[?(@.a + 1 == 2)]")]
    [InlineData("$[?(@.a == !@.b)]")]
    [InlineData("$[?(@.a[*] == 1)]")]
    [InlineData("$[?(@..a)]")]
    [InlineData("$[?(@.a =~ /(/)]")]
    [InlineData("$[?(@.a =~ /(?=a)/)]")]
    public void Refuses_a_filter_that_the_service_refuses(string text) => Assert.False(JsonPath.TryParse(text, out _, out _));

    [Theory]
    [InlineData("$[?(@")]
    [InlineData("$[?(@.a[?(@.b")]
    [InlineData("$[")]
    [InlineData(".a")]
    [InlineData("..*")]
    public void Is_bounded_however_long_the_text(string part)
    {
        var text = "$" + string.Concat(Enumerable.Repeat(part, 20_000));

        Assert.False(JsonPath.TryParse(text, out _, out _));
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void A_filter_has_256_conditions_at_most(int count, bool allowed) =>
        Assert.Equal(allowed, JsonPath.TryParse($"$[?({string.Join(" && ", Enumerable.Repeat("@.a", count))})]", out _, out _));
}
