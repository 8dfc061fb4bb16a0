namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata.Functions;

public class ObjectFunctionTests
{
    [Theory]
    [InlineData("$keys({'a': 1, 'b': 2})", """["a","b"]""")]
    [InlineData("$keys([{'a': 1}, {'b': 2, 'a': 3}])", """["a","b"]""")]
    [InlineData("$keys({'a': 1})", "\"a\"")]
    [InlineData("$keys({})", Evaluated.Undefined)]
    [InlineData("$keys('foo')", Evaluated.Undefined)]
    [InlineData("$lookup([{'a': 1}, {'a': 2}], 'a')", "[1,2]")]
    [InlineData("$lookup({'a': null}, 'a')", "null")]
    [InlineData("$spread([{'a': 1, 'b': 2}, {'c': 3}])", """[{"a":1},{"b":2},{"c":3}]""")]
    [InlineData("$spread([{'a': 1}])", """[{"a":1}]""")]
    [InlineData("$spread({'a': 1})", """{"a":1}""")]
    [InlineData("$spread([])", Evaluated.Undefined)]
    [InlineData("$spread([[], {}])", "[]")]
    [InlineData("$spread('x')", "\"x\"")]
    [InlineData("$merge([{'a': 1}, {'b': 2, 'a': 3}])", """{"a":3,"b":2}""")]
    [InlineData("$merge([])", "{}")]
    public void Takes_objects_apart_and_puts_them_together(string expression, string expected) => Assert.Equal(expected, Evaluated.Text(expression));

    [Theory]
    [InlineData("$each({'a': 1, 'b': 2}, function($v, $k, $o) { $k & $v & $count($keys($o)) })", """["a12","b22"]""")]
    [InlineData("$each({'a': 1}, function($v) { $v })", "1")]
    [InlineData("$each({}, function($v) { $v })", Evaluated.Undefined)]
    [InlineData("$sift({'a': 1, 'b': 2}, function($v, $k) { $k = 'b' })", """{"b":2}""")]
    [InlineData("$sift({'a': 1}, function($v) { false })", Evaluated.Undefined)]
    [InlineData("{'a': 1, 'b': null} ~> $sift($exists)", """{"a":1,"b":null}""")]
    public void Calls_a_function_for_each_member(string expression, string expected) => Assert.Equal(expected, Evaluated.Text(expression));

    [Theory]
    [InlineData("$boolean([0, [false]])", "false")]
    [InlineData("$boolean([[[true]]])", "true")]
    [InlineData("$boolean({})", "false")]
    [InlineData("$boolean($sum)", "false")]
    [InlineData("$boolean(missing)", Evaluated.Undefined)]
    [InlineData("$not(0)", "true")]
    [InlineData("$not(missing)", Evaluated.Undefined)]
    [InlineData("$exists(missing)", "false")]
    [InlineData("$exists(null)", "true")]
    [InlineData("$type(null)", "\"null\"")]
    [InlineData("$type([1])", "\"array\"")]
    [InlineData("$type($sum)", "\"function\"")]
    [InlineData("$type(1/0)", "D1001")]
    [InlineData("$clone({'a': 1.23456789012345678, 'f': $sum})", """{"a":1.23456789012346,"f":""}""")]
    [InlineData("$assert(true, 'never')", Evaluated.Undefined)]
    public void Says_what_a_value_is(string expression, string expected) => Assert.Equal(expected, Evaluated.Text(expression));

    [Theory]
    [InlineData("$error('Too Expensive')", "D3137", "Too Expensive")]
    [InlineData("$error()", "D3137", "$error() function evaluated")]
    [InlineData("$assert(false, 'Too Expensive')", "D3141", "Too Expensive")]
    [InlineData("$assert(false)", "D3141", "$assert() statement failed")]
    public void Fails_when_asked_to(string expression, string code, string message)
    {
        var error = Evaluated.Error(expression);

        Assert.Equal((code, message), (error.Code, error.Message));
    }
}
