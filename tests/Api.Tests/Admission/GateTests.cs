using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.Api.Admission;

namespace TaskOrchestration.Api.Tests.Admission;

public sealed class GateTests
{
    [Fact]
    public void It_lets_in_whoever_there_is_a_place_for_and_nobody_else() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), visits =>
        {
            var gate = new Gate();
            var inside = 0;
            foreach (var visit in visits)
            {
                // Negative: one leaves; otherwise: one comes for whom there are so many places.
                if (visit < 0)
                {
                    if (inside > 0)
                    {
                        gate.Leave();
                        inside--;
                    }
                }
                else
                {
                    var isLetIn = gate.TryEnter(visit);
                    Assert.Equal(inside < visit, isLetIn);
                    inside += isLetIn ? 1 : 0;
                }

                Assert.Equal(inside, gate.Inside);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task However_many_come_at_once_no_more_are_inside_than_there_are_places()
    {
        const int Places = 3;
        var gate = new Gate();
        var most = 0;
        var entries = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                if (gate.TryEnter(Places))
                {
                    InterlockedMax(ref most, gate.Inside);
                    Interlocked.Increment(ref entries);
                    gate.Leave();
                }
            }
        })));

        Assert.InRange(most, 1, Places);
        Assert.InRange(entries, 1, 8 * 20_000);
        Assert.Equal(0, gate.Inside);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen && Interlocked.CompareExchange(ref most, value, seen) != seen; seen = Volatile.Read(ref most))
        {
        }
    }
}
