using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Storage;

public sealed class KeyOrderTests
{
    [Fact]
    public void Orders_numbers_as_they_are() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(500)),
        Prop.ForAll(ArbMap.Default.ArbFor<long>(), ArbMap.Default.ArbFor<long>(), (a, b) =>
            Math.Sign(string.CompareOrdinal(KeyOrder.Ascending(a), KeyOrder.Ascending(b))) == Math.Sign(a.CompareTo(b))
            && Math.Sign(string.CompareOrdinal(KeyOrder.Descending(a), KeyOrder.Descending(b))) == Math.Sign(b.CompareTo(a))
            && KeyOrder.FromAscending(KeyOrder.Ascending(a)) == a
            && KeyOrder.FromDescending(KeyOrder.Descending(a)) == a));

    [Fact]
    public void Orders_moments_whatever_their_offset()
    {
        var moment = new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(2));

        Assert.Equal(KeyOrder.Ascending(moment), KeyOrder.Ascending(moment.ToUniversalTime()));
        Assert.True(string.CompareOrdinal(KeyOrder.Ascending(moment), KeyOrder.Ascending(moment.AddTicks(1))) < 0);
        Assert.True(string.CompareOrdinal(KeyOrder.Descending(moment), KeyOrder.Descending(moment.AddTicks(1))) > 0);
        Assert.Equal(16, KeyOrder.Ascending(DateTimeOffset.MaxValue).Length);
    }
}
