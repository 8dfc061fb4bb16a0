using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Orchestrations.Tests.Schedules;

public class SchedulerLoopTests
{
    private static readonly Schedule Hourly = new() { Name = "hourly", Cron = "0 0 * * * ?", StateMachine = "M" };

    private readonly JumpingTime time = new();
    private readonly InMemoryScheduleStore store = new();
    private readonly RememberedTarget target = new();

    [Fact]
    public async Task Fires_at_the_due_time()
    {
        await using var host = await StartAsync(Hourly);

        await AdvanceAsync(host, TimeSpan.FromMinutes(29));
        Assert.Empty(target.Started);
        await AdvanceAsync(host, TimeSpan.FromMinutes(1));

        Assert.Equal(["hourly-20260131T090000Z"], target.Started);
    }

    [Fact]
    public async Task Wakes_for_a_schedule_that_is_made_while_it_sleeps()
    {
        await using var host = await StartAsync();

        await host.Service.PutAsync(Hourly with { Cron = "10 30 8 * * ?" }, version: 0);
        await time.Machine.WhenSetForAsync(time.GetUtcNow().AddSeconds(10));
        await AdvanceAsync(host, TimeSpan.FromSeconds(10));

        Assert.Equal(["hourly-20260131T083010Z"], target.Started);
    }

    [Fact]
    public async Task Notices_a_clock_that_is_put_forward()
    {
        await using var host = await StartAsync(Hourly);

        time.SetBy = TimeSpan.FromHours(3);
        await AdvanceAsync(host, TimeSpan.FromSeconds(30));

        Assert.Equal(["hourly-20260131T110000Z"], target.Started);
        Assert.Equal([FiringStatus.Fired, FiringStatus.Missed, FiringStatus.Missed], (await store.FiringsAsync("hourly", 10, before: null)).Select(firing => firing.Status));
    }

    [Fact]
    public async Task Fires_nothing_again_when_the_clock_is_put_back()
    {
        await using var host = await StartAsync(Hourly);
        await AdvanceAsync(host, TimeSpan.FromMinutes(30));

        time.SetBy = TimeSpan.FromHours(-1);
        await AdvanceAsync(host, TimeSpan.FromMinutes(60));
        Assert.Equal(["hourly-20260131T090000Z"], target.Started);
        await AdvanceAsync(host, TimeSpan.FromMinutes(60));

        Assert.Equal(["hourly-20260131T090000Z", "hourly-20260131T100000Z"], target.Started);
    }

    [Fact]
    public async Task Goes_on_under_the_same_id_when_it_was_stopped_while_launching()
    {
        var launching = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        target.Before = async cancellationToken =>
        {
            launching.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        };
        await using (await StartAsync(Hourly))
        {
            time.Machine.Advance(TimeSpan.FromMinutes(30));
            await launching.Task;
        }

        Assert.Equal(FiringStatus.Starting, (await store.FiringsAsync("hourly", 10, before: null)).Single().Status);
        target.Before = _ => Task.CompletedTask;
        await using var next = await StartAsync(Hourly);

        Assert.Equal(["hourly-20260131T090000Z", "hourly-20260131T090000Z"], target.Started);
        Assert.Equal(FiringStatus.Fired, (await store.FiringsAsync("hourly", 10, before: null)).Single().Status);
    }

    [Fact]
    public async Task A_clock_that_moves_waits_until_what_was_queued_has_begun()
    {
        await using var host = await StartAsync(Hourly with { Overlap = OverlapPolicy.Queue });
        target.Running.Add("hourly-20260131T090000Z");
        await AdvanceAsync(host, TimeSpan.FromMinutes(90));
        Assert.Equal(["hourly-20260131T090000Z"], target.Started);
        Assert.False(await host.Loop.CatchUpAsync());

        // Nobody has been told yet that it has ended.
        target.Running.Clear();
        Assert.True(await host.Loop.CatchUpAsync());

        Assert.Equal(["hourly-20260131T090000Z", "hourly-20260131T100000Z"], target.Started);
        Assert.False(await host.Loop.CatchUpAsync());
    }

    private async Task<ScheduleHost> StartAsync(params Schedule[] configured)
    {
        var host = new ScheduleHost(store, target, time, configured);
        await host.Loop.StartAsync(CancellationToken.None);
        await host.Loop.CatchUpAsync();
        return host;
    }

    /// <summary>In steps no longer than the loop's sleep, as time passes.</summary>
    private async Task AdvanceAsync(ScheduleHost host, TimeSpan by)
    {
        for (var left = by; left > TimeSpan.Zero; left -= TimeSpan.FromSeconds(30))
        {
            time.Machine.Advance(left < TimeSpan.FromSeconds(30) ? left : TimeSpan.FromSeconds(30));
            await host.Loop.CatchUpAsync();
        }
    }
}
