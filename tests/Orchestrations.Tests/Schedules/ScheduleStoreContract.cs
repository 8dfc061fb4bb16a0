using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Schedules;

/// <summary>What every <see cref="IScheduleStore"/> must do.</summary>
public abstract class ScheduleStoreContract
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    protected abstract IScheduleStore CreateStore();

    [Fact]
    public async Task Keeps_every_member_of_a_schedule()
    {
        var store = CreateStore();
        var bare = Record("bare");
        var whole = bare with
        {
            IsConfigured = true,
            Schedule = new Schedule
            {
                Name = "whole",
                Cron = "0 0 3 * * ?",
                TimeZone = "Europe/Berlin",
                StateMachine = "M",
                Input = Json.Parse("""{"at":"<schedule.dueTime>"}"""),
                Misfire = MisfirePolicy.FireAll,
                MissedLimit = 7,
                Overlap = OverlapPolicy.Queue,
                QueueLimit = 8,
                IsEnabled = false,
                Start = Now.AddDays(1),
                End = Now.AddDays(2),
                Description = "d",
            },
        };

        await store.SaveAsync(whole);
        await store.SaveAsync(bare);

        Assert.Equal([bare with { Version = 1 }, whole with { Version = 1 }], await store.ListAsync());
        Assert.Equal(whole with { Version = 1 }, await store.FindAsync("whole"));
        Assert.Null(await store.FindAsync("none"));
    }

    [Fact]
    public async Task Saves_and_deletes_only_the_version_that_is_meant()
    {
        var store = CreateStore();
        var first = (await store.SaveAsync(Record("a")))!;

        Assert.Null(await store.SaveAsync(Record("a")));
        Assert.Null(await store.SaveAsync(Record("b") with { Version = 3 }));
        var second = await store.SaveAsync(first with { IsConfigured = true });
        Assert.Equal(first with { IsConfigured = true, Version = 2 }, second);
        Assert.False(await store.DeleteAsync("a", 1));
        Assert.True(await store.DeleteAsync("a", 2));
        Assert.Empty(await store.ListAsync());
    }

    [Fact]
    public async Task Decides_a_due_time_once()
    {
        var store = CreateStore();
        await store.SaveAsync(Record("a"));
        await store.DecideAsync("a", Now.AddHours(1), [Line(1)], kept: 10);
        var fired = Line(1) with { Status = FiringStatus.Fired, FiredAt = Now, ExecutionArn = "arn", TaskId = "task", Reason = "r" };
        await store.PutFiringAsync(fired);

        await store.DecideAsync("a", Now.AddHours(2), [Line(1), Line(2)], kept: 10);

        Assert.Equal(Record("a") with { Version = 1, DecidedUntil = Now.AddHours(2) }, await store.FindAsync("a"));
        Assert.Equal([Line(2), fired], await store.FiringsAsync("a", 10, before: null));
        Assert.Equal(fired, await store.FindFiringAsync("a", fired.Id));
    }

    [Fact]
    public async Task Decides_nothing_for_a_schedule_that_is_gone()
    {
        var store = CreateStore();
        await store.DecideAsync("a", Now, [Line(1)], kept: 10);
        Assert.Empty(await store.FiringsAsync("a", 10, before: null));
    }

    [Fact]
    public async Task Knows_what_is_open_and_what_fired_last()
    {
        var store = CreateStore();
        await store.SaveAsync(Record("a"));
        await store.DecideAsync(
            "a",
            Now,
            [Fired(1, Now.AddHours(5)), Fired(2, Now.AddHours(4)), Line(3) with { Status = FiringStatus.Queued }, Line(4) with { Status = FiringStatus.Starting }, Line(5) with { Status = FiringStatus.Missed, Count = 3, Until = Now }, Line(6)],
            kept: 10);

        Assert.Equal([Line(3) with { Status = FiringStatus.Queued }, Line(4) with { Status = FiringStatus.Starting }, Line(6)], await store.OpenFiringsAsync("a"));
        Assert.Equal(Fired(1, Now.AddHours(5)), await store.LastFiredAsync("a"));
        Assert.Null(await store.LastFiredAsync("b"));
    }

    [Fact]
    public async Task Forgets_old_firings_but_none_that_is_open_and_not_the_one_that_fired_last()
    {
        var store = CreateStore();
        await store.SaveAsync(Record("a"));
        Firing[] missed = [.. Enumerable.Range(3, 5).Select(hour => Line(hour) with { Status = FiringStatus.Missed })];

        await store.DecideAsync("a", Now, [Fired(1, Now), Line(2), .. missed], kept: 2);

        Assert.Equal([missed[4], missed[3], Line(2), Fired(1, Now)], await store.FiringsAsync("a", 10, before: null));
    }

    [Fact]
    public async Task Pages_through_firings()
    {
        var store = CreateStore();
        await store.SaveAsync(Record("a"));
        Firing[] all = [Line(3), Line(2) with { Id = "c" }, Line(2) with { Id = "b" }, Line(1)];
        await store.DecideAsync("a", Now, all, kept: 10);

        Assert.Equal(all[..2], await store.FiringsAsync("a", 2, before: null));
        Assert.Equal(all[2..], await store.FiringsAsync("a", 5, before: (all[1].Due, all[1].Id)));
    }

    [Fact]
    public async Task Deletes_the_firings_with_the_schedule()
    {
        var store = CreateStore();
        await store.SaveAsync(Record("a"));
        await store.PutFiringAsync(Line(1));
        await store.DeleteAsync("a", 1);
        await store.SaveAsync(Record("a"));

        Assert.Empty(await store.FiringsAsync("a", 10, before: null));
    }

    private static ScheduleRecord Record(string name) => new()
    {
        Schedule = new Schedule { Name = name, Cron = "0 0 * * * ?", StateMachine = "M" }, DecidedUntil = Now, CreatedAt = Now, UpdatedAt = Now,
    };

    private static Firing Line(int hour) => new()
    {
        Schedule = "a", Id = $"a-{hour}", Due = Now.AddHours(hour), Status = FiringStatus.Due, StateMachine = "M", Input = Json.Parse("""{"n":1}"""),
    };

    private static Firing Fired(int hour, DateTimeOffset at) => Line(hour) with { Status = FiringStatus.Fired, FiredAt = at, ExecutionArn = $"arn-{hour}" };
}
