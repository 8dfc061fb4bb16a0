using FsCheck;
using FsCheck.Fluent;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Functions.Durable.Orchestrating;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Tests.Conformance;
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

    private readonly int seed;
    private readonly Random luck;
    private readonly StateMachine machine;
    private readonly ExecutionStart start;
    private readonly RandomTasks tasks;
    private readonly ExecutionWorld world;
    private readonly Passerby passerby;

    private Course(int seed)
    {
        this.seed = seed;
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
        world = new ExecutionWorld(tasks, options, services => services.AddSingleton(limits));
        passerby = new Passerby(world, tasks, start.ExecutionArn, luck);
    }

    /// <summary>How it went: what it came to and what it took.</summary>
    public static async Task<CourseOutcome> RunAsync(int seed)
    {
        using var course = new Course(seed);
        return await course.RunAsync();
    }

    /// <summary>The machine of a seed: in three of four cases the one among several that would do the most if all went well. Map Runs have courses of their own (<see cref="MapRunCourse"/>).</summary>
    public static StateMachine MachineOf(int seed) => Simulation.Machine(
        RandomMachines.Definitions.Where(definition => !definition.ToString().Contains("DISTRIBUTED", StringComparison.Ordinal)).Sample(seed % 4 == 0 ? 1 : 8, new Rnd((ulong)seed), GeneratorSize).Select(definition => definition.ToString()).MaxBy(FactsOf)!);

    /// <inheritdoc/>
    public void Dispose() => world.Dispose();

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
        await CheckAsync(instances);
        var facts = await world.FactsAsync(start.ExecutionArn);
        return new CourseOutcome(facts.Count, instances.Sum(id => world.Hub.CountsOf(id)!.Episodes), instances.Sum(id => world.Hub.CountsOf(id)!.Generations), instances.Count - 1);
    }

    private async Task LiveAsync()
    {
        for (var step = 0; await IsRunningAsync(); step++)
        {
            Demand(step < MostSteps, $"it to end within {MostSteps} steps");
            await world.Hub.RunAsync();
            await passerby.PassAsync();
            await world.Hub.RunAsync();
            if (!await world.Hub.MoveToNextAsync() && await IsRunningAsync())
            {
                Demand(await passerby.HelpAsync(), $"it to go on; nothing is under way and it waits for nothing from outside. {await DescribeAsync()}");
            }
        }
    }

    private async Task CheckAsync(List<string> instances)
    {
        var record = await world.FindAsync(start.ExecutionArn);
        var facts = await world.FactsAsync(start.ExecutionArn);
        var derived = DriverOutcome.Of(machine, facts);
        Demand((derived.Status, derived.Output, derived.Failure?.Error, derived.Failure?.Cause).Equals((record.Status, record.Output, record.Failure?.Error, record.Failure?.Cause)), $"the record to say what follows from the facts; it says {record.Status} {record.Output} {record.Failure}, from the facts follows {derived.Status} {derived.Output} {derived.Failure}");
        Demand(derived.History.Count == record.EventCount, $"the record to count {derived.History.Count} events; it counts {record.EventCount}");
        Demand(record.Chain == FactChain.Next(FactChain.Beginning, facts), "the record's digest to be that of the facts");
        foreach (var id in instances)
        {
            var orchestration = await world.Hub.Client.GetInstanceAsync(id, getInputsAndOutputs: true);
            Demand(orchestration!.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"orchestration {id} to complete; it is {orchestration.RuntimeStatus}: {orchestration.SerializedOutput}");
        }

        CheckAnswers(facts);
        CheckTasks(facts);
    }

    /// <summary>An answer that was taken is in the journal, unless the task had come to its end otherwise by then.</summary>
    private void CheckAnswers(IReadOnlyList<Fact> facts)
    {
        var outcomes = facts.Select(fact => fact switch
        {
            Fact.TaskSucceeded succeeded => succeeded.Task,
            Fact.TaskFailed failed => failed.Task,
            _ => 0,
        }).ToHashSet();
        var given = new Execution(machine);
        var dropped = new HashSet<long>();
        foreach (var fact in facts)
        {
            var effects = new List<Effect>();
            given.Apply(fact, effects);
            dropped.UnionWith(effects.OfType<Effect.CancelTask>().Select(cancel => cancel.Task));
            dropped.UnionWith(fact is Fact.TimerFired ? passerby.Answers.Select(TaskFacts.TaskOf).Where(task => given.PendingTask(task) is null) : []);
        }

        foreach (var answer in passerby.Answers)
        {
            var task = TaskFacts.TaskOf(answer);
            Demand(outcomes.Contains(task) || dropped.Contains(task), $"the answer to task {task}, which was taken, to count; the facts are {string.Join("; ", facts)}");
        }
    }

    /// <summary>Whatever came of a task, it was asked of the router, as often as need be.</summary>
    private void CheckTasks(IReadOnlyList<Fact> facts)
    {
        var asked = new Execution(machine);
        var effects = new List<Effect>();
        foreach (var fact in facts)
        {
            asked.Apply(fact, effects);
        }

        var tokens = effects.OfType<Effect.InvokeTask>().ToDictionary(invoke => invoke.Request.Task, invoke => invoke.Request.IdempotencyToken);
        foreach (var task in facts.OfType<Fact.TaskSucceeded>().Select(fact => fact.Task))
        {
            Demand(tasks.Calls.Contains(tokens[task]), $"task {task}, which succeeded, to have been done");
        }
    }

    private async Task<bool> IsRunningAsync() => (await world.FindAsync(start.ExecutionArn)).Status == ExecutionStatus.Running;

    private async Task<string> DescribeAsync()
    {
        var record = await world.FindAsync(start.ExecutionArn);
        var orchestration = await world.Hub.Client.GetInstanceAsync(record.InstanceId, getInputsAndOutputs: true);
        return $"Its orchestration is {orchestration?.RuntimeStatus} {orchestration?.SerializedOutput}. Its facts: {string.Join("; ", await world.FactsAsync(start.ExecutionArn))}. Its history: {string.Join("; ", world.Hub.HistoryOf(record.InstanceId).TakeLast(12))}";
    }

    private void Demand(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Seed {seed}: expected {what}");
        }
    }
}
