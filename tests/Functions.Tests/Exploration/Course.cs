using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Functions.Durable.Orchestrating;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Definitions;
using TaskOrchestration.Support.Durable.Hubs;
using TaskOrchestration.Support.Durable.Worlds;

namespace TaskOrchestration.Functions.Tests.Exploration;

/// <summary>The life of one generated machine on a task hub that makes mischief. Everything follows from the seed.</summary>
internal sealed class Course : IDisposable
{
    /// <summary>What every machine begins with.</summary>
    public static readonly Json Input = Json.Parse("""{"items":[1,2,3],"x":"y"}""");

    private const int GeneratorSize = 30;
    private const int MostSteps = 2_000;
    private const int StepsBetweenHelp = 20;

    private readonly Demand demand;
    private readonly Random luck;
    private readonly StateMachine machine;
    private readonly ExecutionStart start;
    private readonly RandomTasks tasks;
    private readonly ExecutionWorld world;
    private readonly Passerby passerby;

    private Course(int seed)
    {
        demand = new Demand(seed);
        luck = new Random(seed);
        machine = MachineOf(seed);
        start = Simulation.Start(Input, luck.Next(3) == 0 ? ExecutionLimits.Standard with { HistoryEvents = luck.Next(4, 60) } : null);
        tasks = new RandomTasks(seed);
        var options = new HubOptions
        {
            Mischief = Mischief.Everything(seed),
            LosesEveryEpisodeOnce = luck.Next(3) == 0,
            OneByOne = luck.Next(4) == 0,
        };
        var limits = luck.Next(3) == 0 ? GenerationLimits.Standard : new GenerationLimits { Facts = luck.Next(2, 8), Flights = luck.Next(1, 4) };
        var mapRunLimits = luck.Next(2) == 0 ? MapRunLimits.Standard : new MapRunLimits { Rounds = luck.Next(1, 5) };
        world = new ExecutionWorld(tasks, options, services => services.AddSingleton(limits).AddSingleton(mapRunLimits));
        passerby = new Passerby(world, tasks, start.ExecutionArn, luck);
    }

    /// <summary>How it went: what it came to and what it took.</summary>
    public static async Task<CourseOutcome> RunAsync(int seed)
    {
        using var course = new Course(seed);
        return await course.RunAsync();
    }

    /// <summary>The machine of a seed: in three of four cases the one among several that would do the most if all went well.</summary>
    public static StateMachine MachineOf(int seed) => Simulation.Machine(
        RandomMachines.Definitions.Sample(seed % 4 == 0 ? 1 : 8, new Rnd((ulong)seed), GeneratorSize).Select(WithoutWorkers).MaxBy(FactsOf)!);

    /// <inheritdoc/>
    public void Dispose() => world.Dispose();

    /// <summary>Courses have nobody who asks for the tasks of activities: a function does them.</summary>
    private static string WithoutWorkers(JsonObject definition) =>
        definition.ToString().Replace("arn:aws:states:us-east-1:123456789012:activity:a", "arn:aws:lambda:us-east-1:123456789012:function:a", StringComparison.Ordinal);

    private static int FactsOf(string definition) => Simulation.Run(definition, Input.ToString(), _ => Answer.With(RandomTasks.Result)).Journal.Count;

    private async Task<CourseOutcome> RunAsync()
    {
        var instances = new List<string> { await world.StartAsync(machine, start) };
        await LiveAsync();
        for (var redrives = luck.Next(3); redrives > 0 && await world.RedriveAsync(machine, start.ExecutionArn) is not null; redrives--)
        {
            instances.Add((await world.FindAsync(start.ExecutionArn)).InstanceId);
            await LiveAsync();
        }

        // What is still in flight when an execution ends comes in later.
        await world.Hub.RunToTheEndAsync();
        var executions = await new ExecutionCheck(demand, world, tasks, passerby).CheckAsync(start.ExecutionArn, machine);
        var facts = await world.FactsAsync(start.ExecutionArn);
        return new CourseOutcome(facts.Count, instances.Sum(id => world.Hub.CountsOf(id)!.Episodes), instances.Sum(id => world.Hub.CountsOf(id)!.Generations), instances.Count - 1, executions - 1);
    }

    private async Task LiveAsync()
    {
        for (var step = 0; await IsRunningAsync(); step++)
        {
            demand.That(step < MostSteps, $"it to end within {MostSteps} steps");
            await world.Hub.RunAsync();
            await passerby.PassAsync();
            await world.Hub.RunAsync();

            // Where a Map Run waits, time never stands still: every minute it looks at its children. So help comes by the clock as well.
            var isAtRest = !await world.Hub.MoveToNextAsync();
            if ((isAtRest || step % StepsBetweenHelp == 0) && await IsRunningAsync())
            {
                demand.That(await passerby.HelpAsync() || !isAtRest, $"it to go on; nothing is under way and it waits for nothing from outside. {await DescribeAsync()}");
            }
        }
    }

    private async Task<bool> IsRunningAsync() => (await world.FindAsync(start.ExecutionArn)).Status == ExecutionStatus.Running;

    private async Task<string> DescribeAsync()
    {
        var record = await world.FindAsync(start.ExecutionArn);
        return $"{await world.ReportAsync(record.InstanceId)} Its facts: {string.Join("; ", await world.FactsAsync(start.ExecutionArn))}.";
    }
}
