namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata.Functions;

public class MomentFunctionTests
{
    [Theory]
    [InlineData("$now()", "\"2026-01-02T03:04:05.678Z\"")]
    [InlineData("$now('[H01]:[m01] [z]', '-0500')", "\"22:04 GMT-05:00\"")]
    [InlineData("$millis()", "1767323045678")]
    [InlineData("$toMillis($now()) = $millis()", "true")]
    public void The_moment_is_that_of_the_scope(string expression, string expected) => Assert.Equal(expected, Evaluated.Text(expression));

    [Theory]
    [InlineData("$fromMillis(1510067557121)", "\"2017-11-07T15:12:37.121Z\"")]
    [InlineData("$fromMillis(1.5)", "\"1970-01-01T00:00:00.001Z\"")]
    [InlineData("$fromMillis(1510067557121, (), '+0530')", "\"2017-11-07T20:42:37.121+05:30\"")]
    [InlineData("$fromMillis(1e16)", "\"0NaN-NaN-NaNTNaN:NaN:NaN.NaNZ\"")]
    [InlineData("$toMillis('2017-11-07T15:12:37.121Z')", "1510067557121")]
    [InlineData("$toMillis('13:45', '[H]:[m]') ~> $fromMillis()", "\"2026-01-02T13:45:00.000Z\"")]
    [InlineData("$toMillis('foo')", "D3110")]
    [InlineData("$toMillis('foo', '[Y]')", Evaluated.Undefined)]
    [InlineData("$toMillis(missing)", Evaluated.Undefined)]
    [InlineData("$toMillis('2018' & $join([1..100000].('-01')) & 'x')", "U1001")]
    public void Moments_are_milliseconds(string expression, string expected) => Assert.Equal(expected, Evaluated.Text(expression));
}
