using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Parsing;

public class SourceMapTests
{
    private const string Text =
        """
        {
          "StartAt": "A",
          "States": {
            "Ä ö": { "Retry": [ 1, { "x\u0041": [[2]] } ], "Retry": [] }
          }
        }
        """;

    [Theory]
    [InlineData("/", 1, 1)]
    [InlineData("/StartAt", 2, 3)]
    [InlineData("/States/Ä ö", 4, 5)]
    [InlineData("/States/Ä ö/Retry", 4, 14)]
    [InlineData("/States/Ä ö/Retry[0]", 4, 25)]
    [InlineData("/States/Ä ö/Retry[1]", 4, 28)]
    [InlineData("/States/Ä ö/Retry[1]/xA", 4, 30)]
    [InlineData("/States/Ä ö/Retry[1]/xA[0][0]", 4, 43)]
    public void Finds_names_and_items(string pointer, int line, int column) =>
        Assert.Equal(new SourcePosition(line, column), SourceMap.Of(Text).Find(pointer));

    [Theory]
    [InlineData("")]
    [InlineData("/States/B")]
    [InlineData("/StartAt/x")]
    public void Finds_nothing_where_nothing_is(string pointer) => Assert.Null(SourceMap.Of(Text).Find(pointer));

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("/States/Ä ö/Retry[7]/ErrorEquals", 4, 14)]
    [InlineData("/StartAt/x", 2, 3)]
    public void Finds_the_innermost_place_around_what_is_missing(string pointer, int line, int column) =>
        Assert.Equal(new SourcePosition(line, column), SourceMap.Of(Text).Find(new Problem(ProblemSeverity.Error, ProblemCode.Schema, "", pointer)));

    [Theory]
    [InlineData("""{"a":"{% b + c %}"}""", 4, 1, 14)]
    [InlineData("""{"a":"{%b + c%}"}""", 4, 1, 13)]
    [InlineData("{\"a\":\n  \"{% \\n\\t'\u00e9\U0001F600' & c %}\"}", 8, 2, 19)]
    [InlineData("{\"a\":\"{%\\u0020\\u0062 + c %}\"}", 4, 1, 24)]
    [InlineData("""{"a":"{% b %}"}""", 40, 1, 14)]
    [InlineData("""{"a":5}""", 4, 1, 2)]
    public void Finds_the_part_of_an_expression(string text, int offset, int line, int column) =>
        Assert.Equal(
            new SourcePosition(line, column),
            SourceMap.Of(text).Find(new Problem(ProblemSeverity.Error, ProblemCode.InvalidJsonata, "", "/a") { OffsetInExpression = offset }));

    [Fact]
    public void Tells_names_that_occur_again() =>
        Assert.Equal(["/States/Ä ö/Retry"], SourceMap.Of(Text).DuplicateKeys);

    [Fact]
    public void Refuses_what_is_not_JSON()
    {
        var error = Assert.Throws<JsonSyntaxException>(() => SourceMap.Of("{\n 1}"));

        Assert.Equal((2, 2), (error.Line, error.Column));
    }
}
