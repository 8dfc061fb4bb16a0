namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata;

public class FunctionTests
{
    [Theory]
    [InlineData("function($x){ $x * 2 }(4)", "8")]
    [InlineData("λ($x, $y){ $y }(1)", "undefined")]
    [InlineData("($twice := function($x){ $x * 2 }; $twice(4))", "8")]
    [InlineData("($add := function($x){ function($y){ $x + $y } }; $add(1)(2))", "3")]
    [InlineData("($n := 1; $f := function(){ $n }; $n := 2; $f())", "2")]
    [InlineData("($x := 1; ($x := 2); $x)", "1")]
    [InlineData("($x := 1; ($y := $x; $x := 5; $y))", "1")]
    [InlineData("($fact := function($n){ $n < 2 ? 1 : $n * $fact($n - 1) }; $fact(10))", "3628800")]
    [InlineData("$map([1,2], function($v, $i, $all){ $v + $i + $count($all) })", "[3,5]")]
    [InlineData("a.$map(b, function($v){ $v + c })", "[11,12]")]
    [InlineData("a.(function(){ c })()", "10")]
    [InlineData("$sum", "a function")]
    public void A_function_remembers_where_it_was_made(string expression, string expected) =>
        Assert.Equal(expected, Answer.To(expression, """{"a":{"b":[1,2],"c":10}}"""));

    [Theory]
    [InlineData("$x := 1", "1")]
    [InlineData("[$x := 1, $x]", "[1,1]")]
    [InlineData("[7,8]@$v[$x := true]", "[7,8]")]
    [InlineData("[7,8].{'a':$}#$i^($x := a).($y := $i)", "[0,0]")]
    [InlineData("{'a':{'b':1}} ~> |a|{'c': $x := 2}|", """{"a":{"b":1,"c":2}}""")]
    public void A_variable_may_be_bound_anywhere(string expression, string expected) => Assert.Equal(expected, Answer.To(expression));

    [Theory]
    [InlineData("'abc' ~> $uppercase", "\"ABC\"")]
    [InlineData("'abc' ~> $substring(1)", "\"bc\"")]
    [InlineData("($shout := $uppercase ~> $trim; $shout(' a '))", "\"A\"")]
    [InlineData("1 ~> 2", "T2006")]
    public void Application_hands_a_value_to_a_function_or_puts_two_together(string expression, string expected) => Assert.Equal(expected, Answer.To(expression));

    [Theory]
    [InlineData("$substring(?, 1)('abc')", "\"bc\"")]
    [InlineData("($f := function($a, $b, $c){ $a & $b & $c }; $f(?, 'b', ?)('a', 'c'))", "\"abc\"")]
    [InlineData("$missing(?)", "T1008")]
    [InlineData("substring(?, 1)", "T1007")]
    public void A_question_mark_leaves_an_argument_open(string expression, string expected) => Assert.Equal(expected, Answer.To(expression));

    [Theory]
    [InlineData("$missing()", "T1006")]
    [InlineData("sum([1])", "T1005")]
    [InlineData("(5)()", "T1006")]
    public void Calling_what_is_no_function_is_an_error(string expression, string expected) => Assert.Equal(expected, Answer.To(expression));

    [Theory]
    [InlineData("$fromMillis(0, '[a]')", "D3132")]
    [InlineData("$fromMillis(0, '[ab]')", "\"undefined\"")]
    public void A_picture_with_an_unknown_component_is_an_error_unless_it_says_how_to_write_it(string expression, string expected) =>
        Assert.Equal(expected, Answer.To(expression));

    [Fact]
    public void A_call_at_the_end_of_a_function_does_not_nest() => Assert.Equal(
        "true",
        Answer.To("($even := function($n){ $n = 0 ? true : $odd($n - 1) }; $odd := function($n){ $n = 0 ? false : $even($n - 1) }; $even(10000))"));

    [Fact]
    public void The_context_stands_in_for_the_first_argument_of_a_function_called_without() =>
        Assert.Equal("""["A","B"]""", Answer.To("n.$uppercase()", """{"n":["a","b"]}"""));
}
