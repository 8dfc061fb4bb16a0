namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata;

public class TransformationTests
{
    private const string Cart = """{"c":{"lines":[{"sku":"a","p":1},{"sku":"b","p":2}]},"n":1}""";

    [Theory]
    [InlineData("$ ~> |c.lines|{'p': p * 10}|", """{"c":{"lines":[{"sku":"a","p":10},{"sku":"b","p":20}]},"n":1}""")]
    [InlineData("$ ~> |c.lines[sku='a']|{'sale': true}, 'p'|", """{"c":{"lines":[{"sku":"a","sale":true},{"sku":"b","p":2}]},"n":1}""")]
    [InlineData("$ ~> |c|{}, ['lines']|", """{"c":{},"n":1}""")]
    [InlineData("$ ~> |missing|{'a': 1}|", Cart)]
    [InlineData("missing ~> |c|{'a': 1}|", "undefined")]
    [InlineData("$ ~> |c|5|", "T2011")]
    [InlineData("$ ~> |c|{}, 5|", "T2012")]
    [InlineData("$ ~> |n|{'a': 1}|", "Cannot create property 'a' on 1")]
    [InlineData("($clone := 5; $ ~> |c|{'a': 1}|)", "T2013")]
    public void Changes_a_copy_where_the_pattern_says(string expression, string expected) => Assert.Equal(expected, Answer.To(expression, Cart));

    [Fact]
    public void The_original_stays_as_it_was() => Assert.Equal("[1,10]", Answer.To("($new := $ ~> |c.lines|{'p': 10}|; [c.lines[0].p, $new.c.lines[0].p])", Cart));

    [Fact]
    public void Each_change_shows_in_the_next() => Assert.Equal(
        """{"a":{"n":1,"b":{"n":2,"up":1}}}""",
        Answer.To("$ ~> |a|{'n': 1}| ~> |a.b|{'up': 1}|", """{"a":{"n":0,"b":{"n":2}}}"""));

    [Fact]
    public void An_object_may_be_put_into_itself() => Assert.Equal("""{"a":{"x":1,"me":{"x":1}}}""", Answer.To("$ ~> |a|{'me': $}|", """{"a":{"x":1}}"""));
}
