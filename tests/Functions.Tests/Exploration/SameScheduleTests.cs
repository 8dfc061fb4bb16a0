using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Functions.Durable.Orchestrating;
using TaskOrchestration.Functions.Tests.Conformance;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Durable.Hubs;
using TaskOrchestration.Support.Durable.Worlds;
using Xunit.Abstractions;

namespace TaskOrchestration.Functions.Tests.Exploration;

/// <summary>Where everything comes in the same order, generated machines do the same on both drivers, by way of a restart at every await and of many generations too.</summary>
public sealed class SameScheduleTests(ITestOutputHelper output)
{
    private const int Machines = 1_000;

    [Fact]
    public async Task A_hub_that_keeps_the_order_gives_what_a_run_in_memory_gives()
    {
        var compared = 0;
        var differences = new ConcurrentBag<string>();

        await Parallel.ForAsync(0, Thoroughness.Cases(Machines), async (seed, _) =>
        {
            if (await CompareSafelyAsync(seed, differences))
            {
                Interlocked.Increment(ref compared);
            }
        });

        output.WriteLine($"{compared} of {Thoroughness.Cases(Machines)} machines compared; in the others several timers fire at one moment, or a Map Run begins. {differences.Count} differences");
        foreach (var difference in differences.Order(StringComparer.Ordinal).Take(10))
        {
            output.WriteLine(difference);
        }

        Assert.Empty(differences);
        Assert.InRange(compared, Machines / 2, int.MaxValue);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong with a machine is told with its seed; the others go on.")]
    private static async Task<bool> CompareSafelyAsync(int seed, ConcurrentBag<string> differences)
    {
        try
        {
            return await CompareAsync(seed, differences);
        }
        catch (Exception e)
        {
            differences.Add($"Seed {seed}: {e}");
            return true;
        }
    }

    /// <summary>Runs a machine on both.</summary>
    /// <returns>Whether they can be compared: timers that fire at one moment need not do so in the same order, and a Map Run takes turns of its own between those of its execution.</returns>
    private static async Task<bool> CompareAsync(int seed, ConcurrentBag<string> differences)
    {
        var machine = Course.MachineOf(seed);
        var start = Simulation.Start(Course.Input);
        var history = new List<HistoryEvent>();
        var inMemory = await InMemoryRun.RunAsync(machine, start, new RandomTasks(seed, takeTime: false), Simulation.Beginning, history);

        if (history.Any(happened => happened.Type == HistoryEventType.MapRunStarted))
        {
            return false;
        }

        var luck = new Random(seed);
        using var world = new ExecutionWorld(
            new RandomTasks(seed, takeTime: false),
            new HubOptions { LosesEveryEpisodeOnce = luck.Next(2) == 0, OneByOne = luck.Next(2) == 0 },
            services => services.AddSingleton(new GenerationLimits { Facts = luck.Next(2, 40), Flights = luck.Next(1, 8) }));
        await world.StartAsync(machine, start);
        await world.Hub.RunToTheEndAsync();
        var facts = await world.FactsAsync(start.ExecutionArn);
        if (facts.OfType<Fact.TimerFired>().GroupBy(fired => fired.At).Any(together => together.Count() > 1))
        {
            return false;
        }

        var expected = new DriverOutcome(inMemory.Status, inMemory.Output, inMemory.Failure, history);
        foreach (var difference in DriverOutcome.Of(machine, facts).DifferencesFrom(expected))
        {
            differences.Add($"Seed {seed}: {difference}");
        }

        return true;
    }
}
