using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Intrinsics;

public class TextFunctionTests
{
    [Theory]
    [InlineData("States.Format('plain')", "plain")]
    [InlineData("States.Format('Hello, {}!', $.text)", "Hello, world!")]
    [InlineData("States.Format('{}{}', 1, 2.50)", "12.50")]
    [InlineData("States.Format('{}, {} and {}', true, null, 'x')", "true, null and x")]
    [InlineData(@"States.Format('\{\} is not {}', 'filled')", "{} is not filled")]
    [InlineData(@"States.Format('it\'s {}', 'late')", "it's late")]
    [InlineData("States.Format('{\"a\": {}}', 1)", "{\"a\": 1}")]
    [InlineData("States.Format('{}', $.object)", "{id=7, tags=[a, {x=null}]}")]
    [InlineData("States.Format('{}', '{}')", "{}")]
    [InlineData("States.Format($.template, 1, 2)", "1 of 2")]
    public void Format_fills_the_places(string call, string expected) =>
        Assert.Equal(
            Json.Of(expected),
            Evaluated.Call(call, """{"text": "world", "template": "{} of {}", "object": {"id": 7, "tags": ["a", {"x": null}]}}"""));

    [Theory]
    [InlineData("States.Format('{} {}', 1)", "Expected 2 arguments for the 2 {} of the template, found 1")]
    [InlineData("States.Format('x', 1)", "Expected 0 arguments for the 0 {} of the template, found 1")]
    [InlineData("States.Format(5, 1)", "Expected a string as argument 1, found 5")]
    public void Format_wants_a_template_and_an_argument_for_each_place(string call, string problem) =>
        Assert.Equal(problem, Evaluated.Problem(call));

    [Theory]
    [InlineData("States.StringSplit('1,2,3', ',')", """["1", "2", "3"]""")]
    [InlineData("States.StringSplit('a.b+c', '.+')", """["a", "b", "c"]""")]
    [InlineData("States.StringSplit('a - b', ' - ')", """["a", "b"]""")]
    [InlineData("States.StringSplit(',a,,b,', ',')", """["a", "b"]""")]
    [InlineData("States.StringSplit('', ',')", "[]")]
    [InlineData("States.StringSplit('a b', '')", """["a b"]""")]
    [InlineData("States.StringSplit('a\nb', '\n')", """["a", "b"]""")]
    public void StringSplit_splits_at_every_character_given(string call, string expected) =>
        Assert.Equal(Json.Parse(expected), Evaluated.Call(call));

    [Theory]
    [InlineData("States.StringSplit(false, ',')", "Expected a string as argument 1, found false")]
    [InlineData("States.StringSplit('a', States.Array())", "Expected a string as argument 2, found an array")]
    public void StringSplit_wants_two_texts(string call, string problem) => Assert.Equal(problem, Evaluated.Problem(call));
}
