using TaskOrchestration.StatesLanguage.Expressions.Jsonata;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata;

public class LimitTests
{
    private const string Memory = "Expression evaluation memory limit exceeded: Check for excessive memory usage";
    private const string Dag = "($f := function($a, $n){ $n = 0 ? $a : $f([$a, $a], $n - 1) }; $d := $f(0, 60); ";

    [Theory]
    [InlineData("$count([1..873782])", "873782")]
    [InlineData("($p := function($s, $n){ $n = 0 ? $s : $p($s & $s, $n - 1) }; $length($p('x', 22)))", "4194304")]
    public void Allows_what_AWS_allows(string expression, string expected) => Assert.Equal(expected, Answer.To(expression));

    [Theory]
    [InlineData("[1..873783]")]
    [InlineData("($p := function($s, $n){ $n = 0 ? $s : $p($s & $s, $n - 1) }; $p('x', 23))")]
    [InlineData("[1..800000].[1..100]")]
    [InlineData("$append([1..800000], [1..800000])")]
    [InlineData(Dag + "$d)")]
    [InlineData(Dag + "$d ? 1 : 2)")]
    [InlineData(Dag + "$string($d))")]
    public void Stops_what_builds_too_much(string expression) => Assert.Equal(Memory, Answer.ErrorOf(expression).Message);

    [Theory]
    [InlineData("($f := function($x){ $f($x + 1) }; $f(1))")]
    public void Stops_what_goes_on_for_ever(string expression) =>
        Assert.Equal("Expression evaluation timeout: Check for infinite loop", Answer.ErrorOf(expression).Message);

    [Theory]
    [InlineData("$d = $f(0, 60)")]
    [InlineData("$d.**")]
    [InlineData("$d.*")]
    [InlineData("$d.a")]
    [InlineData("$d ~> |a|{'b': 1}|")]
    [InlineData("[$d, 1/0]")]
    public void Stops_what_goes_through_a_value_that_holds_another_many_times_over(string expression) =>
        Assert.Equal("U1001", Answer.To(Dag + expression + ")"));

    [Theory]
    [InlineData("($f := function($x){ 1 + $f($x) }; $f(1))")]
    [InlineData("($f := function($x){ $map([1], $f) & '' }; $f(1))")]
    public void Stops_what_nests_too_deep(string expression) =>
        Assert.StartsWith("Expression evaluation stack overflow", Answer.ErrorOf(expression).Message, StringComparison.Ordinal);

    [Fact]
    public void A_row_of_operators_nests_as_deep_as_it_is_long()
    {
        string Sum(int terms) => string.Join("+", Enumerable.Repeat("1", terms));

        Assert.Equal("99", Answer.To(Sum(99)));
        Assert.Equal("U1001", Answer.To(Sum(101)));
    }

    [Fact]
    public void A_value_that_nests_too_deep_is_not_built() =>
        Assert.Equal("U1001", Answer.To("$reduce([1..5000], function($a, $b){ [[$a]] })"));

    [Fact]
    public void A_host_without_a_bound_of_its_own_for_depth_still_keeps_its_stack() =>
        Assert.Equal("U1001", Answer.To("($f := function($x){ 1 + $f($x) }; $f(1))", world: new WorldOfTest(limits: new JsonataLimits { Depth = int.MaxValue })));

    [Fact]
    public void A_host_may_say_that_time_is_up() =>
        Assert.Equal("U1001", Answer.To("[1..100000].($ * 2)", world: new WorldOfTest(limits: new JsonataLimits { IsOutOfTime = () => true })));
}
