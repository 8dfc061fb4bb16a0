using FsCheck.Fluent;
using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Schedules;

/// <summary>A year of a random schedule in a random zone, in virtual time, with a host that is killed, is down for days, and has its clock set.</summary>
public class ExactlyOnceTests
{
    [Fact]
    public void Each_due_time_of_a_year_has_exactly_one_firing() => FsCheck.Check.One(
        FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(8)),
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => LiveAsync(seed).GetAwaiter().GetResult()));

    private static async Task LiveAsync(int seed)
    {
        var random = new Random(seed);
        var hours = random.Next(4) == 0 ? null : Some(random, random.Next(2) == 0 ? 5 : 24, atMost: 3);
        var minutes = Some(random, 60, atMost: hours is null ? 1 : 2);
        var schedule = new Schedule
        {
            Name = "s",
            Cron = $"0 {string.Join(',', minutes)} {(hours is null ? "*" : string.Join(',', hours))} * * ?",
            TimeZone = LocalYear.Zones[random.Next(LocalYear.Zones.Length)],
            StateMachine = "M",
            Misfire = (MisfirePolicy)random.Next(3),
            MissedLimit = random.Next(1, 5),
            Overlap = (OverlapPolicy)random.Next(3),
            QueueLimit = random.Next(1, 4),
        };
        var time = new SettableTime { Now = LocalYear.Begin.AddSeconds(-1) };
        var killer = new Killer(random, 0.03);
        var inner = new InMemoryScheduleStore();
        await inner.SaveAsync(new ScheduleRecord { Schedule = schedule, DecidedUntil = time.Now, CreatedAt = time.Now, UpdatedAt = time.Now });
        var store = new MortalStore(inner, killer, time);
        var target = new SimulatedTarget(random, time, killer, random.Next(3) == 0 ? TimeSpan.FromHours(random.Next(48)) : TimeSpan.FromMinutes(5));
        while (time.Now < LocalYear.End)
        {
            var next = await StartHost(store, target, time).RunAsync(time.Now);
            time.Now = killer.HasKilled ? time.Now.AddSeconds(random.Next(20)) : Later(random, time.Now, Earlier(next, target.NextEnd));
            killer.Revive();
        }

        Check(schedule, LocalYear.DueTimes(schedule.TimeZone, minutes, hours), store, target);
    }

    /// <summary>What was kept in memory is gone with the process, so a new one each time is the hardest case.</summary>
    private static ScheduleRunner StartHost(IScheduleStore store, IFiringTarget target, TimeProvider time)
    {
        var bell = new ScheduleBell();
        var launcher = new FiringLauncher(store, target, time, bell, new UnforgivingLogger<FiringLauncher>());
        return new ScheduleRunner(store, launcher, bell, new ScheduleOptions { KeptFirings = 20 }, new UnforgivingLogger<ScheduleRunner>());
    }

    /// <summary>Mostly the next moment at which something happens; now and then long after it, and now and then the clock is put back.</summary>
    private static DateTimeOffset Later(Random random, DateTimeOffset now, DateTimeOffset next) => random.Next(60) switch
    {
        0 => now.AddHours(random.Next(1, 100)),
        1 => now.AddHours(-random.Next(1, 3)),
        2 => next.AddSeconds(random.Next(120)),
        _ => next,
    };

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset? other) => new[] { one, other, LocalYear.End }.Min()!.Value;

    private static HashSet<int> Some(Random random, int below, int atMost) => [.. Enumerable.Range(0, random.Next(1, atMost + 1)).Select(_ => random.Next(below))];

    private static void Check(Schedule schedule, List<DateTimeOffset> expected, MortalStore store, SimulatedTarget target)
    {
        var lines = store.Lines.Values.OrderBy(line => line.Due).ToList();
        var decidedUntil = lines.Count == 0 ? LocalYear.Begin.AddSeconds(-1) : lines.Max(line => line.Until ?? line.Due);
        Assert.Equal(expected.Where(due => due <= decidedUntil), lines.SelectMany(line => DueTimesOf(line, expected)));
        Assert.DoesNotContain(expected, due => due > decidedUntil && due < LocalYear.End.AddDays(-5));

        // Nothing was started twice, nothing that did not fire was started, and only the process that was killed last has not yet noted what it started.
        var started = target.Starts.Select(start => start.Id).ToList();
        var set = started.ToHashSet();
        Assert.Equal(started.Count, set.Count);
        Assert.All(started, id => Assert.Contains(store.Lines[id].Status, new[] { FiringStatus.Fired, FiringStatus.Starting }));
        Assert.All(lines.Where(line => line.Status == FiringStatus.Fired), line => Assert.Contains(line.Id, set));
        Assert.All(store.Decisions, decision => CheckMisfire(schedule, decision.At, decision.Firings));
        CheckOverlap(schedule, lines, store, target);
    }

    private static IEnumerable<DateTimeOffset> DueTimesOf(Firing line, List<DateTimeOffset> expected)
    {
        var covered = line.Until is { } until ? expected.Where(due => due >= line.Due && due <= until).ToList() : [line.Due];
        Assert.Equal(line.Count, covered.Count);
        return covered;
    }

    private static void CheckMisfire(Schedule schedule, DateTimeOffset at, IReadOnlyList<Firing> firings)
    {
        var late = firings.Where(firing => at - firing.Due > DuePlan.Grace).ToList();
        var fire = late.Where(firing => firing.Status != FiringStatus.Missed).ToList();
        var limit = schedule.Misfire switch { MisfirePolicy.FireOnce => 1, MisfirePolicy.FireAll => schedule.MissedLimit, _ => 0 };
        Assert.Equal(late.TakeLast(Math.Min(limit, late.Count)), fire);
        Assert.DoesNotContain(firings.Except(late), firing => firing.Status == FiringStatus.Missed);
    }

    private static void CheckOverlap(Schedule schedule, List<Firing> lines, MortalStore store, SimulatedTarget target)
    {
        if (schedule.Overlap == OverlapPolicy.Allow)
        {
            Assert.DoesNotContain(lines, line => line.Status is FiringStatus.Skipped or FiringStatus.Queued);
        }
        else
        {
            Assert.All(target.Starts, start => Assert.Equal(0, start.Others));
        }

        Assert.True(schedule.Overlap == OverlapPolicy.Queue || lines.All(line => line.Status != FiringStatus.Queued));
        Assert.True(lines.Count(line => line.Status == FiringStatus.Queued) <= schedule.QueueLimit);
        if (schedule.Overlap == OverlapPolicy.Queue)
        {
            var order = target.Starts.Select(start => store.Lines[start.Id].Due).ToList();
            Assert.Equal(order.Order(), order);
        }
    }
}
