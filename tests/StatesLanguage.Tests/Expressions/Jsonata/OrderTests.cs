namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata;

public class OrderTests
{
    private const string People = """{"p":[{"n":"b","a":2},{"n":"a","a":2},{"n":"c","a":1},{"n":"d"}]}""";

    [Theory]
    [InlineData("p^(a).n", """["c","b","a","d"]""")]
    [InlineData("p^(>a).n", """["b","a","c","d"]""")]
    [InlineData("p^(>a, n).n", """["a","b","c","d"]""")]
    [InlineData("p^(a)[0].n", "\"c\"")]
    [InlineData("p[a=1]^(a).n", "\"c\"")]
    [InlineData("[1,'a']^($)", "T2007")]
    [InlineData("[1,null]^($)", "T2008")]
    public void Orders_by_each_term_in_turn_with_undefined_last(string expression, string expected) => Assert.Equal(expected, Answer.To(expression, People));
}
