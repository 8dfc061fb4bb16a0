using TaskOrchestration.Functions.Storage.Tasks;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Storage.Tasks;

/// <summary>Processes that end, or stand still, between any two requests to storage; and what others and the sweep make of what they leave.</summary>
public sealed class TaskCrashTests
{
    private const int Requests = 6;
    private static readonly ParallelOptions SomeAtOnce = new() { MaxDegreeOfParallelism = 8 };

    [Fact]
    public async Task Tasks_and_index_agree_after_a_sweep_wherever_a_process_crashed() =>
        await Parallel.ForEachAsync(Enumerable.Range(0, Thoroughness.Cases(150)), SomeAtOnce, async (seed, _) => await NamedAsync(seed, CrashAsync));

    [Fact]
    public async Task Tasks_and_index_agree_after_a_sweep_however_late_a_process_goes_on() =>
        await Parallel.ForEachAsync(Enumerable.Range(0, Thoroughness.Cases(100)), SomeAtOnce, async (seed, _) => await NamedAsync(seed, DelayAsync));

    [Fact]
    public async Task A_change_is_made_once_whichever_answer_is_lost() =>
        await Parallel.ForEachAsync(Enumerable.Range(0, Thoroughness.Cases(40)), SomeAtOnce, async (seed, _) => await NamedAsync(seed, LoseAnswerAsync));

    private static async Task NamedAsync(int seed, Func<Random, Task> run)
    {
        try
        {
            await run(new Random(seed));
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"Case {seed}: {e.Message}", e);
        }
    }

    /// <summary>Some changes, one of them or a sweep in a process that crashes; then others, by others, before and after a sweep.</summary>
    private static async Task CrashAsync(Random random)
    {
        var world = new TaskWorld(random);
        await ChangeSomeAsync(world, random.Next(6));
        for (var crash = random.Next(1, 4); crash > 0; crash--)
        {
            await ChangeInCrashAsync(world, random);
            await ChangeSomeAsync(world, random.Next(3));
        }

        var process = new FaultyProcess();
        process.CrashAt(random.Next(1, 12), random.Next(2) == 0);
        await UnlessCrashedAsync(() => world.SweepAsync(world.NewStore(process)));
        await world.SweepAsync(world.NewStore());
        await world.CheckAsync();
        await ChangeSomeAsync(world, random.Next(3));
        await world.CheckAsync();
    }

    private static async Task ChangeInCrashAsync(TaskWorld world, Random random)
    {
        var process = new FaultyProcess();
        var store = world.NewStore(process);
        process.CrashAt(random.Next(1, Requests), random.Next(2) == 0);
        var taskId = world.AnyId();
        var (before, after) = world.AnyChange(taskId);
        await UnlessCrashedAsync(() => TaskWorld.ApplyAsync(store, before, after));

        // Either it was done or not; whichever it was, it stays so.
        var kept = await world.NewStore().FindAsync(taskId);
        var done = after is null ? null : after with { Version = after.Version + 1 };
        Assert.True(kept == before || kept == done, $"Expected {before} or {done}, found {kept}.");
        if (kept != before)
        {
            world.Note(taskId, after);
        }
    }

    /// <summary>A change in a process that stands still in the midst of it, while others change tasks, that one first of all, and sweep.</summary>
    private static async Task DelayAsync(Random random)
    {
        var world = new TaskWorld(random);
        await ChangeSomeAsync(world, random.Next(6));
        var process = new FaultyProcess();
        var late = world.NewStore(process);
        var taskId = world.AnyId();
        var (before, after) = world.AnyChange(taskId);
        var still = process.HoldAt(random.Next(1, Requests), random.Next(2) == 0);
        var changing = TryApplyAsync(late, before, after);
        await Task.WhenAny(still, changing);
        var wasDone = await world.NewStore().FindAsync(taskId) != before;
        if (wasDone)
        {
            world.Note(taskId, after);
        }

        for (var change = random.Next(1, 4); change > 0; change--)
        {
            await world.ChangeAsync(world.NewStore(), random.Next(3) == 0 ? world.AnyId() : taskId);
            if (random.Next(3) == 0)
            {
                await world.SweepAsync(world.NewStore());
            }
        }

        process.Release();
        if (await changing && !wasDone)
        {
            // It came late, and the task was (again) what it took it for.
            world.Note(taskId, after);
        }

        await world.SweepAsync(world.NewStore());
        await world.CheckAsync();
    }

    private static async Task LoseAnswerAsync(Random random)
    {
        var world = new TaskWorld(random);
        await ChangeSomeAsync(world, random.Next(6));
        var process = new FaultyProcess();
        process.LoseAnswerAt(random.Next(1, Requests));
        await world.ChangeAsync(world.NewStore(process), world.AnyId());
        await world.CheckAsync();
    }

    private static async Task ChangeSomeAsync(TaskWorld world, int changes)
    {
        for (; changes > 0; changes--)
        {
            await world.ChangeAsync(world.NewStore(), world.AnyId());
        }
    }

    private static async Task UnlessCrashedAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (e is CrashedException || e is AggregateException { InnerExceptions: var inner } && inner.All(each => each is CrashedException))
        {
            return;
        }
    }

    /// <summary>Does what there may be no more to do.</summary>
    /// <returns>Whether it was done: the change of one who comes late may be refused.</returns>
    private static async Task<bool> TryApplyAsync(TableTaskStore store, Domain.Tasks.TrackedTask? before, Domain.Tasks.TrackedTask? after)
    {
        return after is null ? await store.TryDeleteAsync(before!.TaskId, before.Version) : await store.TrySaveAsync(after) is not null;
    }
}
