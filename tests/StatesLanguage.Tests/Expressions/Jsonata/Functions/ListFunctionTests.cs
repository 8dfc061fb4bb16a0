using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata.Functions;

public class ListFunctionTests
{
    [Theory]
    [InlineData("$map([1, 2, 3], function($v, $i, $a) { $v * 10 + $i + $count($a) })", "[13,24,35]")]
    [InlineData("$map([1], function($v) { $v })", "1")]
    [InlineData("$map([], function($v) { $v })", Evaluated.Undefined)]
    [InlineData("$map(['a', 'bb'], $length)", "[1,2]")]
    [InlineData("$map([1, 2], $string)", """["1","2"]""")]
    [InlineData("$filter([1, 2, 3, 4], function($v) { $v % 2 = 0 })", "[2,4]")]
    [InlineData("$filter([1, 2], function($v) { $v > 1 })", "2")]
    [InlineData("$single([1, 2, 3], function($v) { $v = 2 })", "2")]
    [InlineData("$single([1, 2])", "D3138")]
    [InlineData("$single([])", "D3139")]
    [InlineData("$reduce([1, 2, 3], function($sum, $v) { $sum + $v })", "6")]
    [InlineData("$reduce([1, 2], function($sum, $v, $i, $all) { $sum + $v + $i + $count($all) }, 10)", "18")]
    [InlineData("$reduce([], function($sum, $v) { $sum })", Evaluated.Undefined)]
    [InlineData("$reduce([1], function($sum) { $sum })", "D3050")]
    public void Calls_a_function_for_each_item(string expression, string expected) => Assert.Equal(expected, Evaluated.Text(expression));

    [Theory]
    [InlineData("$append([1, 2], 3)", "[1,2,3]")]
    [InlineData("$append(1, missing)", "1")]
    [InlineData("$append([], [])", "[]")]
    [InlineData("$reverse([1, 2, 3])", "[3,2,1]")]
    [InlineData("$reverse([1])", "[1]")]
    [InlineData("$distinct([1, '1', {'a': 1}, 1, {'a': 1}, [1], [1], null, null])", """[1,"1",{"a":1},[1],null]""")]
    [InlineData("$distinct([1, 1])", "[1]")]
    [InlineData("$distinct('x')", "\"x\"")]
    [InlineData("$zip([1, 2, 3], [4, 5])", "[[1,4],[2,5]]")]
    [InlineData("$zip([1], missing)", "[]")]
    [InlineData("$zip()", "T0410")]
    public void Puts_lists_together(string expression, string expected) => Assert.Equal(expected, Evaluated.Text(expression));

    [Theory]
    [InlineData("$sort([3, 1, 2])", "[1,2,3]")]
    [InlineData("$sort(['b', 'B', 'a'])", """["B","a","b"]""")]
    [InlineData("$sort(1)", "[1]")]
    [InlineData("$sort([1, 'a'])", "D3070")]
    [InlineData("$sort([{'k': 2, 'n': 1}, {'k': 1, 'n': 2}, {'k': 2, 'n': 3}, {'k': 1, 'n': 4}], function($a, $b) { $a.k > $b.k }).n", "[2,4,1,3]")]
    [InlineData("$sort([1, 2, 3], function($a, $b) { true })", "[3,2,1]")]
    public void Sorts_and_keeps_equal_items_in_their_order(string expression, string expected) => Assert.Equal(expected, Evaluated.Text(expression));

    [Fact]
    public void Shuffles_as_chance_says() =>
        Assert.Equal(Json.Parse("[3, 2, 4, 1]"), Evaluated.Value("$shuffle([1, 2, 3, 4])", new FixedScope(0.9, 0.6, 0.1, 0.5)));

    [Fact]
    public void A_long_list_is_sorted_by_a_function_without_exhausting_a_stack() =>
        Assert.Equal("1", Evaluated.Text("$sort($map([1..5000], function($v) { 5001 - $v }), function($a, $b) { $a > $b })[0]"));
}
