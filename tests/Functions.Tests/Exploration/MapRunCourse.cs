using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Functions.Durable.Orchestrating;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Durable.Hubs;
using TaskOrchestration.Support.Durable.Worlds;

namespace TaskOrchestration.Functions.Tests.Exploration;

/// <summary>The life of an execution with a DISTRIBUTED Map, and of its children. Everything follows from the seed.</summary>
internal sealed class MapRunCourse : IDisposable
{
    private const string Role = "arn:aws:iam::123456789012:role/Role";

    private const string Definition = """
        {"StartAt":"Both","States":{"Both":{"Type":"Parallel","Catch":[{"ErrorEquals":["States.TaskFailed"],"Next":"Caught"}],"Branches":[
          {"StartAt":"Each","States":{"Each":{"Type":"Map","Label":"each","MaxConcurrency":@AT_ONCE,"ToleratedFailureCount":@TOLERATED,
            "Retry":[{"ErrorEquals":["States.ExceedToleratedFailureThreshold"],"MaxAttempts":@RETRIES}],
            "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"@TYPE"},"StartAt":"Do","States":{
              "Do":{"Type":"Task","Resource":"f","Next":"Rest"},
              "Rest":@REST}},"End":true}}},
          {"StartAt":"Other","States":{"Other":{"Type":"Wait","Seconds":@OTHER,"Next":"G"},"G":{"Type":"Task","Resource":"g","End":true}}}],"End":true},
          "Caught":{"Type":"Pass","End":true}}}
        """;

    private readonly Demand demand;
    private readonly Random luck;
    private readonly ExecutionWorld world;
    private readonly IExecutionService executions;
    private readonly IMapRunService mapRuns;

    private MapRunCourse(int seed)
    {
        demand = new Demand(seed);
        luck = new Random(seed);
        var options = new HubOptions { Mischief = Mischief.Everything(seed), OneByOne = luck.Next(4) == 0 };
        var limits = luck.Next(2) == 0 ? MapRunLimits.Standard : new MapRunLimits { Rounds = luck.Next(1, 5), Children = luck.Next(1, 4), Flights = luck.Next(2, 5) };
        world = new ExecutionWorld(router: null, options, services => services
            .AddSingleton(limits)
            .AddTaskHandler("f", (invocation, _) => new Random(unchecked(seed ^ invocation.Input.ToString().Length ^ invocation.RetryCount)).Next(6) == 0
                ? throw new TaskFailureException(new Failure("E1", "one"))
                : ValueTask.FromResult(invocation.Input))
            .AddTaskHandler("g", (invocation, _) => seed % 3 == 0
                ? throw new TaskFailureException(new Failure("E2", "two"))
                : ValueTask.FromResult(invocation.Input))
            .AddTaskRouting());
        executions = world.Services.GetRequiredService<IExecutionService>();
        mapRuns = world.Services.GetRequiredService<IMapRunService>();
    }

    /// <summary>How many Map Runs there were.</summary>
    public static async Task<int> RunAsync(int seed)
    {
        using var course = new MapRunCourse(seed);
        return await course.RunAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => world.Dispose();

    private async Task<int> RunAsync()
    {
        var machine = await world.Services.GetRequiredService<StateMachineCatalog>().CreateAsync(new StateMachineDraft { Name = "machine", Definition = DefinitionByLuck(), RoleArn = Role });
        var items = string.Join(',', Enumerable.Range(1, luck.Next(1, 9)).Select(i => $"\"{new string('x', i)}\""));
        var started = await executions.StartAsync(new StartRequest { StateMachineArn = machine.Arn, Name = "run", Input = Json.Parse($"[{items}]") });
        await new Operator(demand, world, luck).SeeThroughAsync(started.ExecutionArn, () => SomeoneByLuckAsync(started.ExecutionArn));
        await new RecordCheck(demand, world).CheckAsync(started.ExecutionArn, Simulation.Machine(machine.Definition));
        var all = (await mapRuns.ListAsync(started.ExecutionArn, limit: 100, cursor: null)).Items;
        var check = new MapRunCheck(demand, world);
        foreach (var run in all)
        {
            await check.CheckAsync(run);
        }

        return all.Count;
    }

    private string DefinitionByLuck()
    {
        var isExpress = luck.Next(3) == 0;
        return Definition.Replace("@TYPE", isExpress ? "EXPRESS" : "STANDARD", StringComparison.Ordinal)
            .Replace("@REST", isExpress ? """{"Type":"Succeed"}""" : """{"Type":"Wait","Seconds":@SECONDS,"End":true}""", StringComparison.Ordinal)
            .Replace("@AT_ONCE", Number(luck.Next(4)), StringComparison.Ordinal)
            .Replace("@TOLERATED", Number(luck.Next(3)), StringComparison.Ordinal)
            .Replace("@RETRIES", Number(luck.Next(2)), StringComparison.Ordinal)
            .Replace("@SECONDS", Number(luck.Next(1, 90)), StringComparison.Ordinal)
            .Replace("@OTHER", Number(luck.Next(1, 120)), StringComparison.Ordinal);
    }

    private async Task<string?> SomeoneByLuckAsync(string executionArn) => luck.Next(40) == 0 ? await SomeoneAsync(executionArn) : null;

    /// <summary>The execution or one of its children.</summary>
    private async Task<string> SomeoneAsync(string executionArn)
    {
        foreach (var run in (await mapRuns.ListAsync(executionArn, limit: 1, cursor: null)).Items.Where(_ => luck.Next(2) == 0))
        {
            var children = (await world.Records.ListAsync(run.Arn, ExecutionStatus.Running, isRedriven: null, limit: 100, after: null)).Records;
            return children.Count == 0 ? executionArn : children[luck.Next(children.Count)].ExecutionArn;
        }

        return executionArn;
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
