using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Intrinsics;

public class MathFunctionTests
{
    [Theory]
    [InlineData("States.MathAdd(1, 2)", 3)]
    [InlineData("States.MathAdd(1, -2)", -1)]
    [InlineData("States.MathAdd(1.4, 1.5)", 3)]
    [InlineData("States.MathAdd(-1.5, 0)", -1)]
    [InlineData("States.MathAdd(2147483647, 2147483647)", 4294967294)]
    public void MathAdd_adds_whole_numbers(string call, long expected) => Assert.Equal(Json.Of(expected), Evaluated.Call(call));

    [Theory]
    [InlineData("States.MathAdd(1, '-1')", "Expected a number as argument 2, found a string")]
    [InlineData("States.MathAdd(2147483648, 0)", "Expected a number from -2147483648 to 2147483647 as argument 1, found 2147483648")]
    [InlineData("States.MathAdd(1e400, 0)", "Expected a number from -2147483648 to 2147483647 as argument 1, found 1e400")]
    [InlineData("States.MathRandom(1, null)", "Expected a number as argument 2, found null")]
    [InlineData("States.MathRandom(5, 5)", "Expected an end above the start 5 as argument 2, found 5")]
    [InlineData("States.MathRandom(1, 9, 'x')", "Expected a number as argument 3, found a string")]
    public void Says_what_it_cannot_do(string call, string problem) => Assert.Equal(problem, Evaluated.Problem(call));

    [Theory]
    [InlineData(0, 10)]
    [InlineData(0.5, 15)]
    [InlineData(0.999, 19)]
    public void MathRandom_goes_from_the_start_up_to_below_the_end(double random, long expected) =>
        Assert.Equal(Json.Of(expected), Evaluated.Call("States.MathRandom(10, 20)", random: random));

    [Theory]
    [InlineData("States.MathRandom(0, 100, 42)", 30)]
    [InlineData("States.MathRandom(0, 100, 0)", 60)]
    [InlineData("States.MathRandom(5, 105, 0)", 65)]
    public void MathRandom_with_a_seed_gives_what_the_Java_generator_gives(string call, long expected) =>
        Assert.Equal(Json.Of(expected), Evaluated.Call(call));

    [Theory]
    [InlineData("States.MathRandom(-2147483648, 2147483647, 7)")]
    [InlineData("States.MathRandom(0, 1024, 7)")]
    [InlineData("States.MathRandom(0, 2147483647, 7)")]
    public void MathRandom_with_a_seed_is_always_the_same(string call) => Assert.Equal(Evaluated.Call(call), Evaluated.Call(call, random: 0.9));

    [Fact]
    public void UUID_comes_from_the_entropy_given() => Assert.Equal(Json.Of("0f8fad5b-d9cb-469f-a165-70867728950e"), Evaluated.Call("States.UUID()"));
}
