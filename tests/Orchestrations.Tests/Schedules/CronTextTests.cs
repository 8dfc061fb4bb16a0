using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Orchestrations.Tests.Schedules;

public class CronTextTests
{
    [Theory]
    [InlineData("0 0 3 * *", "expected 6 or 7 fields (seconds, minutes, hours, day of the month, month, day of the week, perhaps year), found 5 in '0 0 3 * *'")]
    [InlineData("0 0 25 * * ?", "'0 0 25 * * ?', character 5: expected hours, found '25'.")]
    [InlineData("0 61 3 * * ?", "character 3: expected minutes, found '61'.")]
    [InlineData("0 0 3 ? * 0", "character 11: expected day of the week, found '0'.")]
    [InlineData("0 0 3 ? * FRIX", "character 11: expected day of the week, found 'FRIX'.")]
    [InlineData("0  1,,2 * * * ?", "character 4: expected minutes, found '1,,2'.")]
    [InlineData("0 1- * * * ?", "character 3: expected minutes, found '1-'.")]
    [InlineData("0 a 3 * * ?", "character 3: expected minutes, found 'a'.")]
    [InlineData("H 0 3 * * ?", "character 1: expected seconds, found 'H'.")]
    [InlineData("@daily", "found 1 in '@daily'")]
    public void Says_what_is_wrong_and_where(string text, string complaint) =>
        Assert.Contains(complaint, Assert.Throws<FormatException>(() => CronText.Parse(text, TimeZoneInfo.Utc)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("0 0 3 * * ?", "2026-11-22T03:00:00Z")]
    [InlineData("*/10 59 23 31 DEC ? 2030", "2030-12-31T23:59:00Z")]
    [InlineData("0 0 3 L * ?", "2026-11-30T03:00:00Z")]
    [InlineData("0 0 3 15W * ?", "2026-12-15T03:00:00Z")]
    [InlineData("0 0 3 ? * FRI#3", "2026-12-18T03:00:00Z")]
    [InlineData("0 0 3 ? * MON-FRI", "2026-11-23T03:00:00Z")]
    public void Reads_the_dialect(string text, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next), CronText.Parse(text, TimeZoneInfo.Utc).GetNextValidTimeAfter(DateTimeOffset.Parse("2026-11-22T00:00:00Z")));

    [Theory]
    [InlineData("0 30 2 * * ?", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z 2026-03-30T00:30:00Z")]
    [InlineData("0 * 2 * * ?", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z 2026-03-30T00:00:00Z")]
    [InlineData("0 30 2 * * ?", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z 2026-10-26T01:30:00Z")]
    [InlineData("0 30 * * * ?", "2026-10-25T00:00:00Z", "2026-10-25T00:30:00Z 2026-10-25T01:30:00Z 2026-10-25T02:30:00Z")]
    public void Follows_clocks_that_are_put_forward_and_back(string text, string from, string next)
    {
        var cron = CronText.Parse(text, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        var after = DateTimeOffset.Parse(from);
        foreach (var expected in next.Split(' ').Select(at => DateTimeOffset.Parse(at)))
        {
            after = cron.GetNextValidTimeAfter(after)!.Value;
            Assert.Equal(expected, after);
        }
    }
}
