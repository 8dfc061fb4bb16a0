using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Functions.Durable.Orchestrating;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.NestedExecutions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Durable.Hubs;
using TaskOrchestration.Support.Durable.Worlds;

namespace TaskOrchestration.Functions.Tests.Exploration;

/// <summary>The life of an execution that starts others, and of those. Everything follows from the seed.</summary>
internal sealed class NestedCourse : IDisposable
{
    /// <summary>How many seconds a child takes that nobody wants to wait for.</summary>
    private const int Long = 10_000;

    /// <summary>How long it takes at most to stop one that nobody waits for any more, whatever comes in between.</summary>
    private static readonly TimeSpan Stopping = TimeSpan.FromMinutes(30);

    private const string Role = "arn:aws:iam::123456789012:role/Role";

    private const string Child = """
        {"StartAt":"W","States":{
          "W":{"Type":"Wait","SecondsPath":"$.seconds","Next":"T"},
          "T":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","End":true}}}
        """;

    private const string Parent = """
        {"StartAt":"P","States":{
          "P":{"Type":"Parallel","Branches":[
            {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2","TimeoutSeconds":40,
              "Parameters":{"StateMachineArn":"CHILD","Input":{"seconds":12,"from.$":"$$.Execution.Name"}},
              "Retry":[{"ErrorEquals":["States.ALL"],"MaxAttempts":1}],"End":true}}},
            {"StartAt":"B","States":{"B":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync","TimeoutSeconds":15,
              "Parameters":{"StateMachineArn":"CHILD","Input.$":"$"},
              "Catch":[{"ErrorEquals":["States.Timeout"],"Next":"L"}],"End":true},"L":{"Type":"Pass","End":true}}}],
            "End":true}}}
        """;

    private readonly Demand demand;
    private readonly Random luck;
    private readonly ExecutionWorld world;
    private readonly StateMachineCatalog catalog;
    private readonly IExecutionService executions;

    private NestedCourse(int seed)
    {
        demand = new Demand(seed);
        luck = new Random(seed);
        var options = new HubOptions { Mischief = Mischief.Everything(seed), OneByOne = luck.Next(4) == 0 };
        var limits = luck.Next(2) == 0 ? GenerationLimits.Standard : new GenerationLimits { Facts = luck.Next(2, 6), Flights = luck.Next(1, 4) };
        world = new ExecutionWorld(router: null, options, services => services
            .AddSingleton(limits)
            .AddSingleton<IServiceIntegration, StartExecution>()
            .AddTaskHandler("f", (invocation, _) => new Random(unchecked(seed ^ invocation.RetryCount)).Next(4) == 0
                ? throw new TaskFailureException(new Failure("E1", "one"))
                : ValueTask.FromResult(invocation.Input))
            .AddTaskRouting());
        catalog = world.Services.GetRequiredService<StateMachineCatalog>();
        executions = world.Services.GetRequiredService<IExecutionService>();
        world.Services.GetRequiredService<LateExecutions>().Open(executions);
    }

    /// <summary>How many executions there were.</summary>
    public static async Task<int> RunAsync(int seed)
    {
        using var course = new NestedCourse(seed);
        return await course.RunAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => world.Dispose();

    private async Task<int> RunAsync()
    {
        var child = await CreateAsync("child", Child);
        var parent = await CreateAsync("parent", Parent.Replace("CHILD", child, StringComparison.Ordinal));
        var input = Json.Parse($$"""{"seconds":{{(luck.Next(3) == 0 ? Long : luck.Next(1, 40))}}}""");
        var started = await executions.StartAsync(new StartRequest { StateMachineArn = parent, Name = "run", Input = input });
        await new Operator(demand, world, luck).SeeThroughAsync(started.ExecutionArn, () => SomeoneByLuckAsync(started.ExecutionArn, child));
        var all = (await world.Records.ListAsync(parent, status: null, isRedriven: null, limit: 100, after: null)).Records
            .Concat((await world.Records.ListAsync(child, status: null, isRedriven: null, limit: 100, after: null)).Records)
            .ToList();
        var (parentMachine, childMachine) = (Simulation.Machine(Parent.Replace("CHILD", child, StringComparison.Ordinal)), Simulation.Machine(Child));
        var check = new RecordCheck(demand, world);
        foreach (var execution in all)
        {
            await check.CheckAsync(execution.ExecutionArn, execution.StateMachineArn == parent ? parentMachine : childMachine);
        }

        foreach (var one in all.Where(execution => execution.StateMachineArn == child))
        {
            await CheckStoppedAsync(await world.FindAsync(one.ExecutionArn), parentMachine);
        }

        return all.Count;
    }

    /// <summary>Now and then the execution or one of those that it has started.</summary>
    private async Task<string?> SomeoneByLuckAsync(string executionArn, string child)
    {
        if (luck.Next(30) != 0)
        {
            return null;
        }

        var children = (await world.Records.ListAsync(child, ExecutionStatus.Running, isRedriven: null, limit: 100, after: null)).Records;
        return children.Count > 0 && luck.Next(2) == 0 ? children[luck.Next(children.Count)].ExecutionArn : executionArn;
    }

    /// <summary>An execution that its parent no longer waits for does not go on.</summary>
    private async Task CheckStoppedAsync(ExecutionRecord child, StateMachine machine)
    {
        var parent = new Execution(machine);
        foreach (var fact in await world.FactsAsync(child.Start.Parent!.ExecutionArn))
        {
            var waited = parent.Start is null || parent.PendingTask(child.Start.Parent.Task) is not null;
            parent.Apply(fact, []);
            if (waited && parent.PendingTask(child.Start.Parent.Task) is null && parent.Start is not null && fact.At >= child.StartDate)
            {
                demand.That(child.StopDate <= fact.At + Stopping, $"{child.Start.ExecutionArn} to end when its parent did not wait for it any more, at {fact.At:O}; it ended as {child.Status} at {child.StopDate:O}");
            }
        }
    }

    private async Task<string> CreateAsync(string name, string definition) =>
        (await catalog.CreateAsync(new StateMachineDraft { Name = name, Definition = definition, RoleArn = Role })).Arn;
}
