using System.Globalization;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Settlements;

namespace TaskOrchestration.Domain.Tests.Settlements;

public sealed class SettlementRulesTests
{
    private static readonly SettlementOptions Options = new();

    [Theory]
    [InlineData("2026-11-21", "UTC", "2026-11-22T00:00:00+00:00")]
    [InlineData("2026-11-21", "Europe/Berlin", "2026-11-22T00:00:00+01:00")]
    [InlineData("2026-06-21", "Europe/Berlin", "2026-06-22T00:00:00+02:00")]
    // Lebanon puts its clocks forward at midnight, so that the day after begins at one.
    [InlineData("2026-03-28", "Asia/Beirut", "2026-03-29T01:00:00+03:00")]
    // Cuba puts its clocks back at one, so that midnight comes twice and the day begins with the first.
    [InlineData("2026-10-31", "America/Havana", "2026-11-01T00:00:00-04:00")]
    public void A_day_ends_where_the_next_begins_in_its_time_zone(string date, string zone, string cutOff)
    {
        var now = Time("2026-12-01T00:00:00Z");

        Assert.Equal(
            (Date(date), zone, Time(cutOff)), SettlementRules.Covers(new() { Date = Date(date), TimeZone = zone }, Options, now));
    }

    [Theory]
    [InlineData("UTC", "2026-11-21")]
    [InlineData("Asia/Tokyo", "2026-11-22")]
    public void Without_a_day_it_is_the_one_before_the_start(string zone, string date) =>
        Assert.Equal(
            Date(date),
            SettlementRules.Covers(new() { TimeZone = zone, StartedAt = Time("2026-11-22T18:00:00Z") }, Options, Time("2026-11-24T00:00:00Z")).Date);

    [Fact]
    public void A_day_that_is_not_over_is_settled_up_to_now()
    {
        var now = Time("2026-11-21T12:00:00Z");

        Assert.Equal((Date("2026-11-21"), "UTC", now), SettlementRules.Covers(new() { Date = Date("2026-11-21") }, Options, now));
    }

    [Fact]
    public void A_cut_off_stands_for_the_day_that_it_ends()
    {
        var cutOff = Time("2026-11-21T23:00:00Z");

        Assert.Equal(
            (Date("2026-11-21"), "Europe/Berlin", cutOff),
            SettlementRules.Covers(new() { CutOff = cutOff }, Options with { TimeZone = "Europe/Berlin" }, Time("2026-12-01T00:00:00Z")));
    }

    [Fact]
    public void What_lies_ahead_is_refused()
    {
        var now = Time("2026-11-21T12:00:00Z");

        Assert.Throws<InvalidSettlementException>(() => SettlementRules.Covers(new() { Date = Date("2026-11-22") }, Options, now));
        Assert.Throws<InvalidSettlementException>(() => SettlementRules.Covers(new() { CutOff = now.AddTicks(1) }, Options, now));
        Assert.Throws<InvalidSettlementException>(() => SettlementRules.Covers(new() { TimeZone = "Nowhere" }, Options, now));
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(2_000, 100)]
    [InlineData(20_000, 100)]
    [InlineData(20_001, 101)]
    [InlineData(1_000_000, 5_000)]
    public void Pages_grow_rather_than_become_too_many(int pending, int size) => Assert.Equal(size, SettlementRules.PageSize(pending, 100));

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
