using TaskOrchestration.StatesLanguage.Expressions.Intrinsics;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Intrinsics;

public class IntrinsicCallTests
{
    [Theory]
    [InlineData("States.Array()", "[]")]
    [InlineData("States.Array( 1 ,-2.50,\n true, false, null )", "[1, -2.5, true, false, null]")]
    [InlineData("States.Array('a', 'b')  ", """["a", "b"]""")]
    [InlineData(@"States.Array('it\'s', '\{\}', '\\')", """["it's", "{}", "\\"]""")]
    [InlineData("States.Array('{\"a\": 1}', 'a, b)')", """["{\"a\": 1}", "a, b)"]""")]
    [InlineData("States.Array($.n, $, $.list[?(@ == 'x,y)')])", """[1, {"n": 1, "list": ["x,y)"]}, ["x,y)"]]""")]
    [InlineData("States.Array($$.Execution.Name, $v.deep[0])", """["run", 7]""")]
    [InlineData("States.Array(States.Array(States.Array(1)))", "[[[1]]]")]
    public void Takes_texts_numbers_literals_paths_and_calls(string call, string expected)
    {
        var scope = new Scope("""{"n": 1, "list": ["x,y)"]}""", """{"Execution": {"Name": "run"}}""", """{"v": {"deep": [7]}}""");

        Assert.Equal(Json.Parse(expected), Evaluated.Call(call, scope));
    }

    [Theory]
    [InlineData("", "expected an intrinsic function such as 'States.Format(…)', found the end at position 1 of ''")]
    [InlineData(" States.UUID()", "expected an intrinsic function such as 'States.Format(…)', found ' ' at position 1 of ' States.UUID()'")]
    [InlineData("States.Nope(1)", "expected an intrinsic function such as 'States.Format(…)', found 'S' at position 1 of 'States.Nope(1)'")]
    [InlineData("States.format('x')", "expected an intrinsic function such as 'States.Format(…)', found 'S' at position 1 of 'States.format('x')'")]
    [InlineData("States.UUID", "expected an intrinsic function such as 'States.Format(…)', found 'S' at position 1 of 'States.UUID'")]
    [InlineData("States.UUID()[0]", "expected nothing after the call, found '[' at position 14 of 'States.UUID()[0]'")]
    [InlineData("States.Array(1", "expected ',', found the end at position 15 of 'States.Array(1'")]
    [InlineData("States.Array(1 2)", "expected ',', found '2' at position 16 of 'States.Array(1 2)'")]
    [InlineData("States.Array('a)", "expected a quote to end the text, found the end at position 17 of 'States.Array('a)'")]
    [InlineData(@"States.Array('\n')", @"expected one of ' { } \ after a backslash, found 'n' at position 16 of 'States.Array('\n')'")]
    [InlineData("States.Array(01)", "expected a number")]
    [InlineData("States.Array($x y)", "expected a path (expected '.' or '[' after '$', found ' '")]
    [InlineData("States.Array(\"a\")", "expected an argument: a text in single quotes, a number, true, false, null, a path or a call, found '\"'")]
    [InlineData("States.UUID(1)", "expected 0 arguments for States.UUID, found 1")]
    [InlineData("States.MathAdd(1)", "expected 2 arguments for States.MathAdd, found 1")]
    [InlineData("States.MathRandom(1)", "expected 2 or 3 arguments for States.MathRandom, found 1")]
    [InlineData("States.Format()", "expected at least 1 arguments for States.Format, found 0")]
    public void Says_what_was_expected_what_was_found_and_where(string text, string message)
    {
        Assert.False(IntrinsicCall.TryParse(text, out _, out var error));
        Assert.StartsWith(message, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    [InlineData(100_000, false)]
    public void Nests_ten_deep_at_most(int depth, bool allowed)
    {
        var text = string.Concat(Enumerable.Repeat("States.Array(", depth)) + new string(')', depth);

        Assert.Equal(allowed, IntrinsicCall.TryParse(text, out _, out _));
    }

    [Fact]
    public void Lists_the_paths_in_it()
    {
        var call = IntrinsicCall.Parse("States.Format('{} {}', $.a, States.JsonToString(States.Array($x.b, $$.State.Name)))");

        Assert.Equal(IntrinsicFunction.Format, call.Function);
        Assert.Equal(["$.a", "$x.b", "$$.State.Name"], call.Paths.Select(p => p.Text));
    }

    [Fact]
    public void Equal_texts_are_equal_calls() => Assert.Equal(IntrinsicCall.Parse("States.UUID()"), IntrinsicCall.Parse("States.UUID()"));

    [Fact]
    public void Every_function_can_be_called()
    {
        foreach (var function in Enum.GetValues<IntrinsicFunction>())
        {
            var least = Enumerable.Range(0, 4).First(n => IntrinsicCall.TryParse(Text(n), out _, out _));

            // Numbers suit few functions; what counts is that each has its place, whether it then takes them or not.
            IntrinsicCall.Parse(Text(least)).Evaluate(new Scope(), new FixedEntropy(0));

            string Text(int arguments) => $"States.{function}({string.Join(',', Enumerable.Repeat("1", arguments))})";
        }
    }

    [Theory]
    [InlineData("States.Format('{}', $.nope)", "$.nope")]
    [InlineData("States.Format('{}',$.a[5])", "$.a[5]")]
    [InlineData("States.ArrayLength(States.Array($.nope.x))", "$.nope.x")]
    [InlineData("States.Format('{}', $$.Nope)", "$.Nope")]
    [InlineData("States.Format('{}', $unset.x)", "$unset.x")]
    public void A_path_that_leads_to_nothing_is_a_runtime_error_that_quotes_call_path_and_input(string call, string path) =>
        Assert.Equal(
            new IntrinsicFailure(
                "States.Runtime",
                $$"""The function '{{call}}' had the following error: The JsonPath argument for the field '{{path}}' could not be found in the input '{"a":[1]}'"""),
            Evaluated.InVain(call, """{"a": [1]}"""));

    [Fact]
    public void A_path_that_does_not_fit_the_input_says_so_in_the_words_of_paths() =>
        Assert.Equal(
            new IntrinsicFailure(
                "States.Runtime",
                "The function 'States.Array($.a[0])' had the following error: Filter: [0] can only be applied to arrays. Current context is: 1"),
            Evaluated.InVain("States.Array($.a[0])", """{"a": 1}"""));

    [Fact]
    public void An_indefinite_path_that_leads_to_nothing_is_an_empty_array() =>
        Assert.Equal(Json.Of(0), Evaluated.Call("States.ArrayLength($.a[*].b)", """{"a": [1, 2]}"""));

    [Fact]
    public void A_failed_result_has_no_value()
    {
        var result = IntrinsicCall.Parse("States.ArrayLength(1)").Evaluate(new Scope(), new FixedEntropy(0));

        Assert.False(result.Succeeded);
        Assert.Throws<InvalidOperationException>(() => result.Value);
    }
}
