namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata;

public class EvaluationErrorTests
{
    [Theory]
    [InlineData("1 + \"a\"", "T2002: The right side of the \"+\" operator must evaluate to a number", 3)]
    [InlineData("\"a\" < 1", "T2009: The values \"a\" and 1 either side of operator \"<\" must be of the same data type", 5)]
    [InlineData("$sum(\"a\")", "T0412: Argument 1 of function \"sum\" must be an array of \"numbers\"", 5)]
    [InlineData("$sum(1,2)", "T0410: Argument 2 of function \"sum\" does not match function signature", 5)]
    [InlineData("sum(1)", "T1005: Attempted to invoke a non-function. Did you mean $sum?", 4)]
    [InlineData("$randomSeeded(1)", "T1006: Attempted to invoke a non-function", 14)]
    [InlineData("$eval(\"1\")", "T1006: Attempted to invoke a non-function", 6)]
    [InlineData("true and (1 + \"a\")", "T2002: The right side of the \"and\" operator must evaluate to a number", 8)]
    [InlineData("($f := function($x){ $x + \"a\" }; $f(1))", "T2002: The right side of the \"+\" operator must evaluate to a number", 36)]
    [InlineData("[1,null]^($)", "T2008: The expressions within an order-by clause must evaluate to numeric or string values", 9)]
    public void Says_what_is_wrong_and_where(string expression, string error, int position)
    {
        var failure = Answer.ErrorOf(expression);

        Assert.Equal((error, position), (failure.ToString(), failure.Position));
    }
}
