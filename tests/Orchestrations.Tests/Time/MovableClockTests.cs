using TaskOrchestration.Orchestrations.Time;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Time;

public sealed class MovableClockTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualTimeProvider machine = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Fires_what_it_passes_in_order_and_each_at_its_moment()
    {
        using var clock = MovableClock.Open(folder.Path, machine);
        var begin = clock.GetUtcNow();
        var fired = new List<(string, TimeSpan)>();
        await using var late = clock.CreateTimer(_ => fired.Add(("late", clock.GetUtcNow() - begin)), null, TimeSpan.FromHours(20), Timeout.InfiniteTimeSpan);
        await using var often = clock.CreateTimer(_ => fired.Add(("often", clock.GetUtcNow() - begin)), null, TimeSpan.FromHours(8), TimeSpan.FromHours(8));
        await using var never = clock.CreateTimer(_ => fired.Add(("never", clock.GetUtcNow() - begin)), null, TimeSpan.FromHours(25), Timeout.InfiniteTimeSpan);

        var now = await clock.MoveAsync(begin.AddHours(24));

        Assert.Equal([("often", TimeSpan.FromHours(8)), ("often", TimeSpan.FromHours(16)), ("late", TimeSpan.FromHours(20)), ("often", TimeSpan.FromHours(24))], fired);
        Assert.Equal(begin.AddHours(24), now);
    }

    [Fact]
    public async Task Goes_on_as_the_machine_does_and_never_back()
    {
        using var clock = MovableClock.Open(folder.Path, machine);
        await clock.MoveAsync(clock.GetUtcNow().AddDays(1));
        machine.Advance(TimeSpan.FromMinutes(5));
        await clock.MoveAsync(clock.GetUtcNow().AddDays(-1));

        Assert.Equal(machine.GetUtcNow().AddDays(1), clock.GetUtcNow());
    }

    [Fact]
    public async Task Stays_ahead_when_it_is_opened_again()
    {
        using (var clock = MovableClock.Open(folder.Path, machine))
        {
            await clock.MoveAsync(clock.GetUtcNow().AddDays(3));
        }

        Assert.True(MovableClock.WasMoved(folder.Path));
        using var again = MovableClock.Open(folder.Path, machine);
        Assert.Equal(machine.GetUtcNow().AddDays(3), again.GetUtcNow());
    }
}
