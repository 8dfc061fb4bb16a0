using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Functions.Durable.Orchestrating;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Tests.Conformance;
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
    private const int MostSteps = 2_000;

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

    private readonly int seed;
    private readonly Random luck;
    private readonly ExecutionWorld world;
    private readonly StateMachineCatalog catalog;
    private readonly IExecutionService executions;
    private readonly List<Task> stops = [];

    private NestedCourse(int seed)
    {
        this.seed = seed;
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
        await LiveAsync(started.ExecutionArn, child);
        for (var redrives = luck.Next(3); redrives > 0 && await TryRedriveAsync(started.ExecutionArn); redrives--)
        {
            await LiveAsync(started.ExecutionArn, child);
        }

        await world.Hub.RunToTheEndAsync();
        await StopsAsync();
        var all = (await world.Records.ListAsync(parent, status: null, isRedriven: null, limit: 100, after: null)).Records
            .Concat((await world.Records.ListAsync(child, status: null, isRedriven: null, limit: 100, after: null)).Records)
            .ToList();
        foreach (var execution in all)
        {
            await CheckAsync(execution.ExecutionArn, execution.StateMachineArn == parent ? Parent.Replace("CHILD", child, StringComparison.Ordinal) : Child);
        }

        foreach (var one in all.Where(execution => execution.StateMachineArn == child))
        {
            await CheckStoppedAsync(await world.FindAsync(one.ExecutionArn), Simulation.Machine(Parent.Replace("CHILD", child, StringComparison.Ordinal)));
        }

        return all.Count;
    }

    /// <summary>Whoever has asked for a stop looks now and then whether it has come about.</summary>
    private async Task StopsAsync()
    {
        var all = Task.WhenAll(stops);
        while (!all.IsCompleted)
        {
            world.Hub.Options.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await all;
    }

    private async Task LiveAsync(string executionArn, string child)
    {
        for (var step = 0; await IsRunningAsync(executionArn); step++)
        {
            Demand(step < MostSteps, $"it to end within {MostSteps} steps");
            await world.Hub.RunAsync();
            if (luck.Next(30) == 0)
            {
                var children = (await world.Records.ListAsync(child, ExecutionStatus.Running, isRedriven: null, limit: 100, after: null)).Records;
                var stopped = children.Count > 0 && luck.Next(2) == 0 ? children[luck.Next(children.Count)].ExecutionArn : executionArn;
                stops.Add(executions.StopAsync(stopped, "Stopped", "by hand").AsTask());
                await world.Hub.RunAsync();
            }

            if (!await world.Hub.MoveToNextAsync() && await IsRunningAsync(executionArn))
            {
                Demand(holds: false, $"it to go on; nothing is under way. Its facts: {string.Join("; ", await world.FactsAsync(executionArn))}");
            }
        }
    }

    private async Task<bool> TryRedriveAsync(string executionArn)
    {
        try
        {
            await executions.RedriveAsync(executionArn);
            return true;
        }
        catch (RefusedException)
        {
            // It succeeded.
            return false;
        }
    }

    private async Task CheckAsync(string executionArn, string definition)
    {
        var record = await world.FindAsync(executionArn);
        Demand(record.Status != ExecutionStatus.Running, $"{executionArn} to have ended. {await DescribeAsync(record)}");
        var derived = DriverOutcome.Of(Simulation.Machine(definition), await world.FactsAsync(executionArn));
        Demand(
            (derived.Status, derived.Output, derived.Failure?.Error, derived.Failure?.Cause).Equals((record.Status, record.Output, record.Failure?.Error, record.Failure?.Cause)),
            $"the record of {executionArn} to say what follows from its facts");
        var orchestration = await world.Hub.Client.GetInstanceAsync(record.InstanceId, getInputsAndOutputs: true);
        Demand(orchestration?.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"the orchestration of {executionArn} to complete; it is {orchestration?.RuntimeStatus} {orchestration?.SerializedOutput}");
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
                Demand(child.StopDate <= fact.At + Stopping, $"{child.Start.ExecutionArn} to end when its parent did not wait for it any more, at {fact.At:O}; it ended as {child.Status} at {child.StopDate:O}");
            }
        }
    }

    private async Task<string> DescribeAsync(ExecutionRecord record)
    {
        var orchestration = await world.Hub.Client.GetInstanceAsync(record.InstanceId, getInputsAndOutputs: true);
        return $"Its orchestration {record.InstanceId} is {orchestration?.RuntimeStatus} {orchestration?.SerializedOutput}. Its facts: {string.Join("; ", await world.FactsAsync(record.Start.ExecutionArn))}. Its history: {string.Join("; ", world.Hub.HistoryOf(record.InstanceId).TakeLast(12))}";
    }

    private async Task<bool> IsRunningAsync(string executionArn) => (await world.FindAsync(executionArn)).Status == ExecutionStatus.Running;

    private async Task<string> CreateAsync(string name, string definition) =>
        (await catalog.CreateAsync(new StateMachineDraft { Name = name, Definition = definition, RoleArn = Role })).Arn;

    private void Demand(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Seed {seed}: expected {what}");
        }
    }
}
