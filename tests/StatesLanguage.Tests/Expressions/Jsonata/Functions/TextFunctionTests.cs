namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata.Functions;

public class TextFunctionTests
{
    [Theory]
    [InlineData("$string(0.1 + 0.2)", "\"0.3\"")]
    [InlineData("$string(1e21)", "\"1e+21\"")]
    [InlineData("$string(null)", "\"null\"")]
    [InlineData("$string('x')", "\"x\"")]
    [InlineData("$string([1.0, {'a': 1/3, 'f': $sum}])", "\"[1,{\\\"a\\\":0.333333333333333,\\\"f\\\":\\\"\\\"}]\"")]
    [InlineData("$string({'a': [1, {}], 'b': []}, true)", "\"{\\n  \\\"a\\\": [\\n    1,\\n    {}\\n  ],\\n  \\\"b\\\": []\\n}\"")]
    [InlineData("$string($sum)", "\"\"")]
    [InlineData("$string(missing)", Evaluated.Undefined)]
    [InlineData("$string(1/0)", "D3001")]
    [InlineData("$string([1/0])", "D1001")]
    public void A_value_has_a_text(string expression, string expected) => Assert.Equal(expected, Evaluated.Text(expression));

    [Theory]
    [InlineData("$length('𝄞x💩')", "3")]
    [InlineData("$substring('𝄞x💩', 1)", "\"x💩\"")]
    [InlineData("$substring('hello', -3, 2)", "\"ll\"")]
    [InlineData("$substring('hello', -10, 3)", "\"hel\"")]
    [InlineData("$substring('hello', 1.5, 1.5)", "\"el\"")]
    [InlineData("$substring('hello', 1, -1)", "\"\"")]
    [InlineData("$substring('hello', 2, 1e300)", "\"llo\"")]
    [InlineData("$pad('𝄞', 3, '💩')", "\"𝄞💩💩\"")]
    [InlineData("$pad('foo', -8, 'ab')", "\"ababafoo\"")]
    [InlineData("$pad('foo', 5, '')", "\"foo  \"")]
    [InlineData("$pad('a', 2.5)", "Invalid array length")]
    [InlineData("$pad('a', 1e9)", "U1001")]
    public void Characters_are_those_of_Unicode(string expression, string expected) => Assert.Equal(expected, Evaluated.Text(expression));

    [Theory]
    [InlineData("$substringBefore('a-b-c', '-')", "\"a\"")]
    [InlineData("$substringAfter('a-b-c', '-')", "\"b-c\"")]
    [InlineData("$substringBefore('abc', 'x')", "\"abc\"")]
    [InlineData("$substringAfter('abc', '')", "\"abc\"")]
    [InlineData("$uppercase('straße')", "\"STRASSE\"")]
    [InlineData("$lowercase('ÀÉ')", "\"àé\"")]
    [InlineData("$trim('  a \\n  b\\t')", "\"a b\"")]
    [InlineData("$trim(' ')", "\"\"")]
    [InlineData("$join(['a', 'b'], ', ')", "\"a, b\"")]
    [InlineData("$join('a')", "\"a\"")]
    [InlineData("$join([])", "\"\"")]
    [InlineData("$join([1, 2])", "T0412")]
    [InlineData("$uppercase(missing)", Evaluated.Undefined)]
    public void Texts_are_cut_and_put_together(string expression, string expected) => Assert.Equal(expected, Evaluated.Text(expression));

    [Theory]
    [InlineData("$base64encode('hello')", "\"aGVsbG8=\"")]
    [InlineData("$base64encode('é')", "\"6Q==\"")]
    [InlineData("$base64decode('aGVsbG8=')", "\"hello\"")]
    [InlineData("$base64decode('aGk')", "\"hi\"")]
    [InlineData("$base64decode('a-_ b')", "\"kïÛ\"")]
    [InlineData("$encodeUrl('http://x/a b?q=é&r=1')", "\"http://x/a%20b?q=%C3%A9&r=1\"")]
    [InlineData("$encodeUrlComponent('a b&c=é')", "\"a%20b%26c%3D%C3%A9\"")]
    [InlineData("$decodeUrl('%41%2F%C3%A9')", "\"A%2Fé\"")]
    [InlineData("$decodeUrlComponent('%41%2F%F0%9F%92%A9')", "\"A/💩\"")]
    [InlineData("$decodeUrl('%E0%A4%A')", "D3140")]
    [InlineData("$decodeUrlComponent('%C0%80')", "D3140")]
    [InlineData("$encodeUrl('\\uD800')", "D3140")]
    public void Texts_are_encoded_and_decoded(string expression, string expected) => Assert.Equal(expected, Evaluated.Text(expression));

    [Fact]
    public void A_malformed_URL_is_named_with_the_function() =>
        Assert.Equal("Malformed URL passed to $decodeUrl(): \"%ZZ\"", Evaluated.Error("$decodeUrl('%ZZ')").Message);
}
