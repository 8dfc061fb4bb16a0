using System.Text.RegularExpressions;
using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Orchestrations.Tests.Schedules;

public class FiringIdTests
{
    private static readonly string LongestName = new('n', ScheduleRules.MaximumNameLength);

    [Fact]
    public void The_same_due_time_has_the_same_id_in_every_zone()
    {
        var due = new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

        Assert.Equal("s-20261122T030000Z", FiringId.Of("s", due));
        Assert.Equal(FiringId.Of("s", due), FiringId.Of("s", due.ToOffset(TimeSpan.FromHours(2))));
    }

    [Fact]
    public void A_wish_with_a_key_is_the_same_wish_again() =>
        Assert.Equal((FiringId.OfWish("s", "k"), false, false), (FiringId.OfWish("s", "k"), FiringId.OfWish("s", "k") == FiringId.OfWish("s", "l"), FiringId.OfWish("s", null) == FiringId.OfWish("s", null)));

    [Fact]
    public void Every_id_can_be_the_name_of_an_execution() => Assert.All(
        [FiringId.Of(LongestName, DateTimeOffset.MaxValue), FiringId.OfWish(LongestName, "k"), FiringId.OfWish(LongestName, null)],
        id => Assert.Matches(new Regex("^[A-Za-z0-9_.-]{1,80}$", RegexOptions.None, TimeSpan.FromSeconds(1)), id));
}
