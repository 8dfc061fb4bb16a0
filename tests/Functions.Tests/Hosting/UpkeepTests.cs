using Microsoft.Extensions.Logging.Abstractions;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Hosting;

public sealed class UpkeepTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_part_that_fails_keeps_no_other_from_its_turn()
    {
        List<string> done = [];
        var upkeep = Of(Part("first", done, fails: true), Part("second", done, fails: false));

        var e = await Assert.ThrowsAsync<AggregateException>(async () => await upkeep.RunAsync());

        Assert.Equal(["first at 09:00", "second at 09:00"], done);
        Assert.Equal("trouble with first", Assert.Single(e.InnerExceptions).Message);
    }

    [Fact]
    public async Task A_host_that_stops_is_no_failure_of_a_part()
    {
        using var stopping = new CancellationTokenSource();
        var upkeep = Of(new UpkeepPart("first", async (_, cancellationToken) =>
        {
            await stopping.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await upkeep.RunAsync(stopping.Token));
    }

    private static Upkeep Of(params UpkeepPart[] parts) => new(parts, new ManualTimeProvider(Now), NullLogger<Upkeep>.Instance);

    private static UpkeepPart Part(string name, List<string> done, bool fails) => new(name, (now, _) =>
    {
        done.Add($"{name} at {now:HH:mm}");
        return fails ? throw new InvalidOperationException($"trouble with {name}") : ValueTask.CompletedTask;
    });
}
