using TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata.JavaScript;

public class DateTextTests
{
    [Theory]
    [InlineData("2017", 1483228800000)]
    [InlineData("2017-11-07", 1510012800000)]
    [InlineData("2017-11-07T15:12:37.121Z", 1510067557121)]
    [InlineData("2017-11-07T15:12:37+0530", 1510047757000)]
    [InlineData("2017-11-07T15:12:37", 1510067557000)]
    [InlineData("2018-02-31", 1520035200000)]
    [InlineData("2018-01-01T24:00:00", 1514851200000)]
    [InlineData("0001-01-01", -62135596800000)]
    public void Reads_a_timestamp(string text, double expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("2018-13")]
    [InlineData("2018-01-32")]
    [InlineData("2018-01-01T24:00:01Z")]
    [InlineData("2018-01-01-02")]
    public void A_timestamp_of_no_moment_is_not_a_number(string text) => Assert.Equal(double.NaN, Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("foo")]
    [InlineData("01-02-2018")]
    [InlineData("2018-1-1")]
    public void Other_texts_are_no_timestamps(string text) => Assert.Null(Read(text));

    private static double? Read(string text)
    {
        var steps = 10_000L;
        return DateText.Milliseconds(text, ref steps);
    }
}
