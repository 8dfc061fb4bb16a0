using TaskOrchestration.StatesLanguage.Expressions.Jsonata;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata.Functions;

public class AwsFunctionTests
{
    [Theory]
    [InlineData("$partition([1, 2, 3, 4, 5], 2)", "[[1,2],[3,4],[5]]")]
    [InlineData("$range(0, 6, 2)", "[0,2,4,6]")]
    [InlineData("$range(9, -1, -5)", "[9,4,-1]")]
    [InlineData("$range(1, 9, 9)", "1")]
    [InlineData("$range(3, 1, 1)", Evaluated.Undefined)]
    [InlineData("$parse('{\"a\": [1, null]}')", """{"a":[1,null]}""")]
    [InlineData("$uuid()", "\"0f8fad5b-d9cb-469f-a165-70867728950e\"")]
    public void Are_there_besides_those_of_the_language(string expression, string expected) => Assert.Equal(expected, Evaluated.Text(expression));

    [Theory]
    [InlineData("MD5", "a43c1b0aa53a0c908810c06ab1ff3967")]
    [InlineData("SHA-1", "140f86aae51ab9e1cda9b4254fe98a74eb54c1a1")]
    [InlineData("SHA-256", "c96c6d5be8d08a12e7b5cdc1b207fa6b2430974c86803d8891675e76fd992c20")]
    public void Hash_knows_the_usual_algorithms(string algorithm, string expected) =>
        Assert.Equal($"\"{expected}\"", Evaluated.Text($"$hash('input', '{algorithm}')"));

    [Theory]
    [InlineData("$random(42)", "0.7275636800328681")]
    [InlineData("$random(0)", "0.730967787376657")]
    [InlineData("$random()", "0.5")]
    public void Random_takes_a_seed(string expression, string expected) => Assert.Equal(expected, Evaluated.Text(expression));

    [Theory]
    [InlineData("$partition([1], 0)", "Expected a whole number of at least 1 as argument 2 of function \"partition\"")]
    [InlineData("$range(1, 2, 0)", "Expected a number other than 0 as argument 3 of function \"range\"")]
    [InlineData("$range(1, 1e12, 1)", "U1001")]
    [InlineData("$hash('x', 'CRC')", "Expected MD5, SHA-1, SHA-256, SHA-384 or SHA-512 as argument 2 of function \"hash\", found \"CRC\"")]
    public void Say_what_they_cannot_do(string expression, string expected) => Assert.Equal(expected, Evaluated.Text(expression));

    [Fact]
    public void A_text_that_is_no_JSON_is_not_parsed() => Assert.StartsWith("Expected JSON as argument 1 of function \"parse\"", Evaluated.Error("$parse('{')").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("$partition([1], 1)")]
    [InlineData("$uuid()")]
    public void Are_not_there_in_the_plain_language(string expression) => Assert.Equal("T1006", Evaluated.Text(expression, JsonataOptions.Plain));

    [Fact]
    public void Eval_is_refused() => Assert.Equal("T1006", Evaluated.Text("$eval('1+1')"));
}
