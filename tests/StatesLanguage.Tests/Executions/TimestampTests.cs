using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class TimestampTests
{
    [Theory]
    [InlineData("2026-01-31T08:30:00Z", "2026-01-31T08:30:00.000Z")]
    [InlineData("2026-01-31T08:30:00.25Z", "2026-01-31T08:30:00.250Z")]
    [InlineData("2026-01-31T10:30:00+02:00", "2026-01-31T08:30:00.000Z")]
    [InlineData("2026-01-31T08:30:00.123456789Z", "2026-01-31T08:30:00.123Z")]
    public void Reads_a_moment_with_its_zone_and_fraction(string text, string moment)
    {
        Assert.True(Timestamp.TryParse(text, out var read));
        Assert.Equal(moment, Timestamp.Format(read));
    }

    [Theory]
    [InlineData("2026-01-31 08:30:00Z")]
    [InlineData("2026-01-31t08:30:00Z")]
    [InlineData("2026-01-31T08:30:00")]
    [InlineData("2026-01-31T25:30:00Z")]
    [InlineData("2026-02-30T08:30:00Z")]
    [InlineData("2026-01-31")]
    [InlineData("")]
    [InlineData("2026-01-31T08:30:00Z\n")]
    public void Refuses_what_is_not_RFC_3339_with_a_capital_T_and_a_zone(string text) =>
        Assert.False(Timestamp.TryParse(text, out _));
}
