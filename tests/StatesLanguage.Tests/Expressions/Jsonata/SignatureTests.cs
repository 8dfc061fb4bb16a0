namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata;

public class SignatureTests
{
    [Theory]
    [InlineData("λ($a)<n>{$a}(1)", "1")]
    [InlineData("λ($a)<n>{$a}('1')", "T0410")]
    [InlineData("λ($a)<n>{$a}(1, 2)", "T0410")]
    [InlineData("λ($a, $b)<nn?>{[$a, $b]}(1)", "[1]")]
    [InlineData("λ($a)<a>{$a}(1)", "[1]")]
    [InlineData("λ($a)<a<n>>{$a}([1,'2'])", "T0412")]
    [InlineData("λ($a)<a<s>>{$a}('x')", "[\"x\"]")]
    [InlineData("λ($a)<(sn)>{$a}(true)", "T0410")]
    [InlineData("λ($f)<f>{$f(1)}(function($x){$x + 1})", "2")]
    [InlineData("5.λ($a)<n->{$a}()", "S0213")]
    [InlineData("(5).λ($a)<n->{$a}()", "5")]
    [InlineData("('x').λ($a)<n->{$a}()", "T0411")]
    [InlineData("λ($a)<n<s>>{$a}(1)", "S0401")]
    [InlineData("λ($a)<(n<s>)>{$a}(1)", "S0402")]
    public void Arguments_are_held_against_the_signature(string expression, string expected) => Assert.Equal(expected, Answer.To(expression));

    [Fact]
    public void Ambiguous_parameters_do_not_make_the_search_explode()
    {
        var signature = string.Concat(Enumerable.Repeat("n?", 90));
        var arguments = string.Join(",", Enumerable.Repeat("1", 60));

        Assert.Equal("T0410", Answer.To($"λ($a)<{signature}>{{1}}({arguments}, 'x')"));
    }
}
