namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata;

public class ConstructionTests
{
    [Theory]
    [InlineData("[a, a]", "[1,2,1,2]")]
    [InlineData("[[a]]", "[[1,2]]")]
    [InlineData("[missing, 1]", "[1]")]
    [InlineData("a.[$]", "[[1],[2]]")]
    [InlineData("[a.[$]]", "[[1],[2]]")]
    [InlineData("{'k': a}", """{"k":[1,2]}""")]
    [InlineData("{'k': missing}", "{}")]
    [InlineData("{missing: 1}", "{}")]
    [InlineData("{1: 2}", "T1003")]
    [InlineData("{'k': 1, 'k': 2}", "D1009")]
    [InlineData("{'f': $sum}.f([1,2])", "3")]
    public void Lists_take_sequences_apart_and_objects_leave_out_what_is_undefined(string expression, string expected) =>
        Assert.Equal(expected, Answer.To(expression, """{"a":[1,2]}"""));

    [Theory]
    [InlineData("o{kind: amount}", """{"x":[1,2],"y":3}""")]
    [InlineData("o{kind: $sum(amount)}", """{"x":3,"y":3}""")]
    [InlineData("o{kind: $}[kind='x']", "undefined")]
    [InlineData("o.{kind: amount}", """[{"x":1},{"x":2},{"y":3}]""")]
    [InlineData("o{amount: 1}", "T1003")]
    [InlineData("missing{'a': 1}", """{"a":1}""")]
    [InlineData("o{kind: 1}{kind: 2}", "S0210")]
    public void A_grouping_gathers_the_items_that_have_the_same_key(string expression, string expected) =>
        Assert.Equal(
            expected == "undefined" ? """{"x":[{"kind":"x","amount":1},{"kind":"x","amount":2}]}""" : expected,
            Answer.To(expression, """{"o":[{"kind":"x","amount":1},{"kind":"x","amount":2},{"kind":"y","amount":3}]}"""));

    [Theory]
    [InlineData("[1/0]", """["Infinity"]""")]
    [InlineData("{'k': -1/0}", """{"k":"-Infinity"}""")]
    [InlineData("[$sum, 1]", """["",1]""")]
    public void What_JSON_cannot_write_leaves_as_a_text(string expression, string expected) => Assert.Equal(expected, Answer.To(expression));
}
