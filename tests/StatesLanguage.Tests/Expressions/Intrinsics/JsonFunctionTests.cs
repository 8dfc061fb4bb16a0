using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Intrinsics;

public class JsonFunctionTests
{
    [Theory]
    [InlineData("", "null")]
    [InlineData(" ", "null")]
    [InlineData("-0", "0")]
    [InlineData("1.10", "1.10")]
    [InlineData("[1, {\\\"a\\\": null}]", """[1,{"a":null}]""")]
    public void StringToJson_reads_text(string text, string expected) =>
        Assert.Equal(expected, Evaluated.Call("States.StringToJson($.text)", $$"""{"text": "{{text}}"}""").ToString());

    [Theory]
    [InlineData("States.StringToJson('nope')")]
    [InlineData("States.StringToJson('1 2')")]
    [InlineData("States.StringToJson('{')")]
    public void StringToJson_refuses_what_is_no_JSON(string call) =>
        Assert.StartsWith("Expected JSON text as argument 1: ", Evaluated.Problem(call), StringComparison.Ordinal);

    [Fact]
    public void StringToJson_wants_a_text() => Assert.Equal("Expected a string as argument 1, found an object", Evaluated.Problem("States.StringToJson($)"));

    [Fact]
    public void JsonToString_writes_without_white_space() =>
        Assert.Equal(Json.Of("""{"a":[1.0,"x"]}"""), Evaluated.Call("States.JsonToString($)", """{ "a": [1.0, "x"] }"""));

    [Fact]
    public void JsonMerge_lets_the_second_win_and_merges_nothing_below_the_top() =>
        Assert.Equal(
            Json.Parse("""{"a": {"y": 2}, "b": 1, "c": 3}"""),
            Evaluated.Call("States.JsonMerge($.one, $.two, false)", """{"one": {"a": {"x": 1}, "b": 1}, "two": {"a": {"y": 2}, "c": 3}}"""));

    [Theory]
    [InlineData("States.JsonMerge($, $, true)", "Expected false as argument 3, because only shallow merging is possible, found true")]
    [InlineData("States.JsonMerge($, $, 'x')", "Expected false as argument 3, because only shallow merging is possible, found \"x\"")]
    [InlineData("States.JsonMerge($, 'x', false)", "Expected an object as argument 2, found a string")]
    [InlineData("States.JsonMerge(null, $, false)", "Expected an object as argument 1, found null")]
    public void JsonMerge_wants_two_objects_and_false(string call, string problem) => Assert.Equal(problem, Evaluated.Problem(call));
}
