using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Intrinsics;

public class ArrayFunctionTests
{
    private const string Input = """{"list": [1, 2, 3, 4, 5], "mixed": [null, {"a": 1}, 1, 1.0, {"a": 1.0}, "1", [null], [null], null]}""";

    [Theory]
    [InlineData("States.ArrayPartition($.list, 2)", "[[1, 2], [3, 4], [5]]")]
    [InlineData("States.ArrayPartition($.list, 9)", "[[1, 2, 3, 4, 5]]")]
    [InlineData("States.ArrayPartition($.list, 1.6)", "[[1, 2], [3, 4], [5]]")]
    [InlineData("States.ArrayPartition(States.Array(), 3)", "[]")]
    [InlineData("States.ArrayContains($.list, 3)", "true")]
    [InlineData("States.ArrayContains($.list, '3')", "false")]
    [InlineData("States.ArrayContains($.mixed, States.StringToJson('{\"a\": 1}'))", "true")]
    [InlineData("States.ArrayRange(1, 9, 2)", "[1, 3, 5, 7, 9]")]
    [InlineData("States.ArrayRange(1, 10, 4)", "[1, 5, 9]")]
    [InlineData("States.ArrayRange(9, -1, -5)", "[9, 4, -1]")]
    [InlineData("States.ArrayRange(3, 3, -1)", "[3]")]
    [InlineData("States.ArrayRange(3, 1, 1)", "[]")]
    [InlineData("States.ArrayRange(0.4, 2.5, 1)", "[0, 1, 2, 3]")]
    [InlineData("States.ArrayGetItem($.list, 0)", "1")]
    [InlineData("States.ArrayGetItem($.list, 4)", "5")]
    [InlineData("States.ArrayLength($.list)", "5")]
    [InlineData("States.ArrayUnique($.mixed)", """[null, {"a": 1}, 1, "1", [null]]""")]
    public void Gives_what_the_function_says(string call, string expected) => Assert.Equal(Json.Parse(expected), Evaluated.Call(call, Input));

    [Theory]
    [InlineData("States.ArrayPartition($.list, 0)", "Expected a size of at least 1 as argument 2, found 0")]
    [InlineData("States.ArrayPartition($.list, 'x')", "Expected a number as argument 2, found a string")]
    [InlineData("States.ArrayPartition('x', 1)", "Expected an array as argument 1, found a string")]
    [InlineData("States.ArrayContains(null, 1)", "Expected an array as argument 1, found null")]
    [InlineData("States.ArrayRange(0, 1000, 1)", "Expected a range of at most 1000 items, found 1001")]
    [InlineData("States.ArrayRange(-2147483648, 2147483647, 1)", "Expected a range of at most 1000 items, found 4294967296")]
    [InlineData("States.ArrayRange(1, 2, 0)", "Expected a step other than 0 as argument 3, found 0")]
    [InlineData("States.ArrayRange(1, 2, 0.4)", "Expected a step other than 0 as argument 3, found 0")]
    [InlineData("States.ArrayRange(1, 2147483648, 1)", "Expected a number from -2147483648 to 2147483647 as argument 2, found 2147483648")]
    [InlineData("States.ArrayGetItem($.list, 5)", "Expected an index into an array of 5 items as argument 2, found 5")]
    [InlineData("States.ArrayGetItem($.list, -1)", "Expected an index into an array of 5 items as argument 2, found -1")]
    [InlineData("States.ArrayLength($)", "Expected an array as argument 1, found an object")]
    [InlineData("States.ArrayUnique(1)", "Expected an array as argument 1, found 1")]
    public void Says_what_it_cannot_do(string call, string problem) => Assert.Equal(problem, Evaluated.Problem(call, Input));

    [Fact]
    public void ArrayRange_gives_1000_items_at_most() =>
        Assert.Equal(1000, ((JsonArray)Evaluated.Call("States.ArrayRange(1, 1000, 1)")).Count);
}
