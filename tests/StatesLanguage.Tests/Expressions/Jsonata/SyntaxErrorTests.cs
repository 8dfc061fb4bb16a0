namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata;

public class SyntaxErrorTests
{
    [Theory]
    [InlineData("", "S0207", 0, "(end)", "Unexpected end of expression")]
    [InlineData("a +", "S0207", 3, "(end)", "Unexpected end of expression")]
    [InlineData("5 6", "S0201", 3, "6", "Syntax error: 6")]
    [InlineData("\"abc", "S0101", 4, null, "String literal must be terminated by a matching quote")]
    [InlineData("1e1000", "S0102", 0, "1e1000", "Number out of range: \"1e1000\"")]
    [InlineData("\"a\\qb\"", "S0103", 3, "q", "Unsupported escape sequence: \\\"q\"")]
    [InlineData("\"a\\uxy\"", "S0104", 3, null, "The escape sequence \\u must be followed by 4 hex digits")]
    [InlineData("`abc", "S0105", 4, null, "Quoted property name must be terminated with a backquote (`)")]
    [InlineData("/* a", "S0106", 0, null, "Comment has no closing tag")]
    [InlineData("{\"a\" 1}", "S0202", 6, "1", "Expected \":\", got 1")]
    [InlineData("[1,2", "S0203", 4, "(end)", "Expected \"]\" before end of expression")]
    [InlineData("1 ! 2", "S0204", 3, "!", "Unknown operator: \"!\"")]
    [InlineData("function(x){1}", "S0208", 10, "x", "Parameter 1 of function definition must be a variable name (start with $)")]
    [InlineData("x ?: 1", "S0211", 4, ":", "The symbol \":\" cannot be used as a unary operator")]
    [InlineData("1 + $x := 3", "S0212", 3, "+", "The left side of := must be a variable name (start with $)")]
    [InlineData("a.1", "S0213", 3, null, "The literal value 1 cannot be used as a step within a path expression")]
    [InlineData("//", "S0301", 1, null, "Empty regular expressions are not allowed")]
    [InlineData("/a", "S0302", 2, null, "No terminating / in regular expression")]
    public void Says_what_is_wrong_and_where(string expression, string code, int position, string? token, string message)
    {
        var error = Answer.ErrorOf(expression);

        Assert.Equal((code, position, token, message), (error.Code, error.Position, error.Token, error.Message));
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    [InlineData("-", "")]
    [InlineData("a[", "]")]
    [InlineData("function(){", "}")]
    [InlineData("a.(", ")")]
    [InlineData("1+", "")]
    [InlineData("", "+1")]
    [InlineData("(", ")+1")]
    [InlineData("x?1:", "")]
    public void An_expression_that_nests_without_end_is_refused(string open, string close)
    {
        var expression = string.Concat(Enumerable.Repeat(open, 20_000)) + "1" + string.Concat(Enumerable.Repeat(close, 20_000));

        Assert.Equal("U1001", Answer.ErrorOf(expression).Code);
    }
}
