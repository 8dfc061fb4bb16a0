using System.Globalization;
using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Orchestrations.Tests.Schedules;

public sealed class DueTimesTests
{
    [Theory]
    // Clocks go from 01:00 to 02:00. Ireland keeps its summer as the standard time, which makes its winter the exception.
    [InlineData("Europe/Dublin", "0 28 * * * ?", "2026-03-29T00:28:00Z", "2026-03-29T01:00:00Z", "2026-03-29T01:28:00Z")]
    [InlineData("Europe/Dublin", "0 7 1 * * ?", "2026-03-28T01:07:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:07:00Z")]
    // Clocks go from 02:00 back to 01:00.
    [InlineData("Europe/Dublin", "0 30 1 * * ?", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z", "2026-10-27T01:30:00Z")]
    [InlineData("Europe/Berlin", "0 0/30 * * * ?", "2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("Europe/Berlin", "0 30 2 29 2 ?", "2026-01-01T00:00:00Z", "2028-02-29T01:30:00Z", "2032-02-29T01:30:00Z")]
    public void Follow_the_clocks_of_the_zone(string zone, string cron, string after, string first, string second)
    {
        var times = new DueTimes(new Schedule { Name = "s", Cron = cron, TimeZone = zone, StateMachine = "M" });

        var next = times.After(Time(after))!.Value;

        Assert.Equal((Time(first), Time(second)), (next, times.After(next)!.Value));
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
