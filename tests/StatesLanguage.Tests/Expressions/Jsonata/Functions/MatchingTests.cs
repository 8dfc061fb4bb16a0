namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata.Functions;

public class MatchingTests
{
    private const string LettersOnly =
        "$letters := function($text, $from) {( $m := $match($text, /[a-z]+/)[0]; $m ? {'match': $m.match, 'start': $m.index, 'end': $m.index + $length($m.match), 'groups': []} )}";

    [Theory]
    [InlineData("$match('ab12cd34', /([a-z]+)(\\d+)/)", """[{"match":"ab12","index":0,"groups":["ab","12"]},{"match":"cd34","index":4,"groups":["cd","34"]}]""")]
    [InlineData("$match('ab12cd34', /[a-z]+/, 1)", """{"match":"ab","index":0,"groups":[]}""")]
    [InlineData("$match('ac', /(a)(b)?/)", """{"match":"a","index":0,"groups":["a",null]}""")]
    [InlineData("$match('abc', /z/)", Evaluated.Undefined)]
    [InlineData("$match('abc', /b/, 0)", Evaluated.Undefined)]
    [InlineData("$match('', /x*/)", """{"match":"","index":0,"groups":[]}""")]
    [InlineData("$match('abc', /x*/)", "D1004")]
    [InlineData("$match('abc', /b/, -1)", "D3040")]
    [InlineData("$contains('Hello', /hell/i)", "true")]
    [InlineData("$contains('a\\nb', /^b/m)", "true")]
    [InlineData("$contains('a\\nb', /^b/)", "false")]
    [InlineData("$contains('abc', 'bc')", "true")]
    [InlineData("$contains('abc', '')", "true")]
    public void Finds(string expression, string expected) => Assert.Equal(expected, Evaluated.Text(expression));

    [Theory]
    [InlineData("$replace('John Smith', /(\\w+)\\s(\\w+)/, '$2, $1')", "\"Smith, John\"")]
    [InlineData("$replace('265USD', /([0-9]+)USD/, '$0 -> $$$1')", "\"265USD -> $265\"")]
    [InlineData("$replace('abcdefghijklmno', /(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)(l)(m)/, '$8$5$12$12$18$123')", "\"hella8l3no\"")]
    [InlineData("$replace('abcdefghijklmno', /ijk/, '$8$5$12$12$18$123')", "\"abcdefgh22823lmno\"")]
    [InlineData("$replace('abc', /b/, '$')", "\"a$c\"")]
    [InlineData("$replace('abc', /b/, '$x')", "\"a$xc\"")]
    [InlineData("$replace('abc', /(b)/, function($m) { $uppercase($m.match) & $m.groups[0] & $m.start })", "\"aBb1c\"")]
    [InlineData("$replace('abracadabra', 'a', '*', 2)", "\"*br*cadabra\"")]
    [InlineData("$replace('a.b', '.', '$0')", "\"a$0b\"")]
    [InlineData("$replace('ababbxabbcc', /b+/, 'yy', 2)", "\"ayyayyxabbcc\"")]
    [InlineData("$replace('abc', /b/, 'x', 0)", "\"abc\"")]
    [InlineData("$replace('hello', '', 'bye')", "D3010")]
    [InlineData("$replace('hello', 'l', '1', -2)", "D3011")]
    [InlineData("$replace('abc', /b/, function($m) { 1 })", "D3012")]
    [InlineData("$replace('abracadabra', /.*?/, '$1')", "D1004")]
    public void Replaces(string expression, string expected) => Assert.Equal(expected, Evaluated.Text(expression));

    [Theory]
    [InlineData("$split('a, b, c', ', ')", """["a","b","c"]""")]
    [InlineData("$split('a, b, c, d', ', ', 2.5)", """["a","b"]""")]
    [InlineData("$split('a1b22c', /\\d+/)", """["a","b","c"]""")]
    [InlineData("$split('a1b22c', /\\d+/, 2)", """["a","b"]""")]
    [InlineData("$split('abc', '')", """["a","b","c"]""")]
    [InlineData("$split('Hello', ' ')", """["Hello"]""")]
    [InlineData("$split('', ',')", """[""]""")]
    [InlineData("$split('a,b', ',', 0)", "[]")]
    [InlineData("$split('a, b', ', ', -3)", "D3020")]
    public void Splits(string expression, string expected) => Assert.Equal(expected, Evaluated.Text(expression));

    [Theory]
    [InlineData($"({LettersOnly}; $split('12ab34', $letters))", """["12","34"]""")]
    [InlineData($"({LettersOnly}; $replace('12ab34', $letters, '<$0>'))", "\"12<ab>34\"")]
    [InlineData($"({LettersOnly}; $contains('12', $letters))", "false")]
    [InlineData("$split('some text', $uppercase)", "T1010")]
    public void A_function_may_match_in_place_of_a_regular_expression(string expression, string expected) => Assert.Equal(expected, Evaluated.Text(expression));

    [Theory]
    [InlineData("/b/('abcb').(match & start & end)", "\"b12\"")]
    [InlineData("/b/('abcb').next().start", "3")]
    [InlineData("/b/('abcb').next().next()", Evaluated.Undefined)]
    [InlineData("/z/('abc')", Evaluated.Undefined)]
    [InlineData("/b/", "a function")]
    public void A_regular_expression_is_a_function(string expression, string expected) => Assert.Equal(expected, Evaluated.Text(expression));

    [Fact]
    public void A_search_that_would_take_for_ever_is_stopped() =>
        Assert.Equal("U1001", Evaluated.Text("$contains('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', /(a+)+b/)"));
}
