using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Schedules;

public class ScheduleServiceTests
{
    private static readonly Schedule Daily = new() { Name = "daily", Cron = "0 0 9 * * ?", StateMachine = "M", Input = Json.Parse("""{"on":"<schedule.dueDate>"}""") };

    private readonly JumpingTime time = new();
    private readonly InMemoryScheduleStore store = new();
    private readonly RememberedTarget target = new();

    [Fact]
    public async Task Makes_changes_and_deletes_a_schedule_under_its_versions()
    {
        await using var host = Host();

        var made = await host.Service.PutAsync(Daily, version: 0);
        var same = await host.Service.PutAsync(Daily, version: 1);
        var changed = await host.Service.PutAsync(Daily with { Description = "d" }, version: 1);

        Assert.Equal((1, 1, 2), (made.Version, same.Version, changed.Version));
        Assert.Equal(ScheduleRefusal.VersionMismatch, await RefusalAsync(() => host.Service.PutAsync(Daily, version: 1).AsTask()));
        Assert.Equal(ScheduleRefusal.VersionMismatch, await RefusalAsync(() => host.Service.PutAsync(Daily, version: 0).AsTask()));
        Assert.Equal(ScheduleRefusal.VersionMismatch, await RefusalAsync(() => host.Service.DeleteAsync("daily", version: 1).AsTask()));
        await host.Service.DeleteAsync("daily", version: 2);
        Assert.Empty(await host.Service.ListAsync());
        Assert.Equal(ScheduleRefusal.DoesNotExist, await RefusalAsync(() => host.Service.DescribeAsync("daily").AsTask()));
        Assert.Equal(ScheduleRefusal.DoesNotExist, await RefusalAsync(() => host.Service.DeleteAsync("daily", version: null).AsTask()));
    }

    [Fact]
    public async Task Says_all_that_is_wrong_with_a_schedule()
    {
        await using var host = Host();
        var wrong = new Schedule { Name = "a b", Cron = "0 0 9 * *", StateMachine = " ", TimeZone = "Mars/Olympus", QueueLimit = 0, Input = Json.Parse("\"<schedule.what>\"") };

        var refused = await Assert.ThrowsAsync<ScheduleRefusedException>(() => host.Service.PutAsync(wrong, version: null).AsTask());

        Assert.Equal(ScheduleRefusal.Unsound, refused.Refusal);
        Assert.Equal(["name", "stateMachine", "queueLimit", "input", "timeZone", "cron"], refused.Problems.Select(problem => problem.Member));
        Assert.Empty(await host.Service.ListAsync());
    }

    [Theory]
    [InlineData("new", true)]
    [InlineData("..daily.", true)]
    [InlineData(".", false)]
    [InlineData("..", false)]
    public void A_name_is_more_than_dots(string name, bool isSound) => Assert.Equal(isSound, ScheduleRules.Problems(Daily with { Name = name }) is []);

    [Theory]
    [InlineData("0 0 9 31 2 ?")]
    [InlineData("0 0 9 31 APR,JUN,SEP,NOV ?")]
    [InlineData("0 0 9 29 2 ? 2027")]
    public async Task Refuses_due_times_that_there_are_not(string cron)
    {
        await using var host = Host();

        var refused = await Assert.ThrowsAsync<ScheduleRefusedException>(() => host.Service.PutAsync(Daily with { Cron = cron }, version: null).AsTask());

        Assert.Equal([new ScheduleProblem("cron", $"expected due times, found none: '{cron}' names only days that there are not")], refused.Problems);
    }

    [Theory]
    [InlineData("0 0 9 29 2 ?")]
    [InlineData("0 0 9 31 1-3 ?")]
    [InlineData("0 0 9 31 12 ? 1999")]
    public async Task Takes_due_times_that_are_rare_or_over(string cron)
    {
        await using var host = Host();

        Assert.Equal(cron, (await host.Service.PutAsync(Daily with { Cron = cron }, version: null)).Schedule.Cron);
    }

    [Fact]
    public async Task Runs_a_schedule_by_hand_once_for_each_wish()
    {
        await using var host = Host();
        await host.Service.PutAsync(Daily with { IsEnabled = false }, version: 0);

        var first = await host.Service.RunAsync("daily", "key");
        var again = await host.Service.RunAsync("daily", "key");
        var other = await host.Service.RunAsync("daily", key: null);

        Assert.Equal(first, again);
        Assert.Equal((true, FiringStatus.Fired, Json.Parse("""{"on":"2026-01-31"}""")), (first.IsManual, first.Status, first.Input));
        Assert.Equal([first.Id, other.Id], target.Started);
        Assert.Equal(first, await host.Service.DescribeFiringAsync("daily", first.Id));
        Assert.Equal(ScheduleRefusal.DoesNotExist, await RefusalAsync(() => host.Service.RunAsync("none", key: null).AsTask()));
    }

    [Fact]
    public async Task Settings_can_be_run_but_are_changed_where_they_stand()
    {
        await using var host = Host(Daily);
        await host.Service.SeedAsync();

        Assert.True((await host.Service.DescribeAsync("daily")).IsConfigured);
        Assert.Equal(ScheduleRefusal.IsConfigured, await RefusalAsync(() => host.Service.PutAsync(Daily, version: 1).AsTask()));
        Assert.Equal(ScheduleRefusal.IsConfigured, await RefusalAsync(() => host.Service.DeleteAsync("daily", version: null).AsTask()));
        Assert.Equal(FiringStatus.Fired, (await host.Service.RunAsync("daily", key: null)).Status);
    }

    [Fact]
    public async Task Follows_the_settings_from_start_to_start()
    {
        await using (var before = Host(Daily))
        {
            await before.Service.SeedAsync();
            await before.Service.PutAsync(Daily with { Name = "own" }, version: 0);
        }

        await using var after = Host(Daily with { Name = "other" });
        await after.Service.SeedAsync();
        await after.Service.SeedAsync();

        Assert.Equal([("other", 1L), ("own", 1L)], (await after.Service.ListAsync()).Select(record => (record.Schedule.Name, record.Version)));
    }

    [Fact]
    public async Task Nothing_that_was_due_earlier_becomes_due_by_a_change()
    {
        await using var host = Host();
        await host.Service.PutAsync(Daily, version: 0);
        time.Machine.Advance(TimeSpan.FromHours(1));

        var changed = await host.Service.PutAsync(Daily with { Cron = "0 0 8 * * ?" }, version: 1);

        Assert.Equal(time.GetUtcNow(), changed.DecidedUntil);
        Assert.Equal(new DateTimeOffset(2026, 2, 1, 8, 0, 0, TimeSpan.Zero), ScheduleService.NextDue(changed));
        Assert.Equal("daily-20260131T090000Z", (await host.Service.FiringsAsync("daily", 10, before: null)).Single().Id);
    }

    private static async Task<ScheduleRefusal> RefusalAsync(Func<Task> request) => (await Assert.ThrowsAsync<ScheduleRefusedException>(request)).Refusal;

    private ScheduleHost Host(params Schedule[] configured) => new(store, target, time, configured);
}
