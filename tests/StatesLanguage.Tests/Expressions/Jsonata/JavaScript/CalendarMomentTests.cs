using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata.JavaScript;

public class CalendarMomentTests
{
    [Fact]
    public void Is_the_date_that_the_platform_knows() =>
        Prop.ForAll(
            Gen.Choose(int.MinValue, int.MaxValue).Select(n => n * 28_000L).ToArbitrary(),
            milliseconds =>
            {
                var expected = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

                var moment = CalendarMoment.At(milliseconds);

                Assert.Equal(
                    (expected.Year, expected.Month, expected.Day, expected.Hour, expected.Minute, expected.Second, expected.Millisecond),
                    (moment.Year, moment.Month, moment.Day, moment.Hour, moment.Minute, moment.Second, moment.Millisecond));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(2_000)));

    [Theory]
    [InlineData(8.64e15, 275760, 9, 13)]
    [InlineData(-8.64e15, -271821, 4, 20)]
    [InlineData(-62198755200000, -1, 1, 1)]
    [InlineData(253402300800000, 10000, 1, 1)]
    public void Goes_on_beyond_the_platform(double milliseconds, long year, int month, int day) =>
        Assert.Equal(new CalendarMoment(year, month, day, 0), CalendarMoment.At((long)milliseconds));

    [Fact]
    public void Comes_back_from_its_parts() =>
        Prop.ForAll(
            Gen.Choose(int.MinValue, int.MaxValue).Select(n => n * 4_000_000L).ToArbitrary(),
            milliseconds =>
            {
                var moment = CalendarMoment.At(milliseconds);

                var back = CalendarMoment.Utc(moment.Year, moment.Month - 1, moment.Day, moment.Hour, moment.Minute, moment.Second, moment.Millisecond);

                // Years of one or two digits are taken for years of the twentieth century.
                Assert.True(back == milliseconds || moment.Year is >= 0 and <= 99);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(2_000)));
}
