using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TaskOrchestration.Functions.Durable;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Durable.Orchestrating;
using TaskOrchestration.Functions.Durable.Payloads;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Functions.Workers;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.Support.Durable.Hubs;

namespace TaskOrchestration.Support.Durable.Worlds;

/// <summary>The Durable driver and the executions on it, on a task hub in memory, with records in memory and a router of the test's.</summary>
/// <remarks>Executions are started and spoken to as a client does it: taken down first, then handed to Durable Functions.</remarks>
public sealed class ExecutionWorld : IDisposable
{
    private readonly ServiceProvider services;

    /// <summary>A world with no executions.</summary>
    /// <param name="router">Does the tasks; or null where <paramref name="configure"/> adds one.</param>
    /// <param name="options">How the hub behaves.</param>
    /// <param name="configure">Adds services, or takes the place of some.</param>
    public ExecutionWorld(ITaskRouter? router, HubOptions? options = null, Action<IServiceCollection>? configure = null)
    {
        Hub = new TaskHub(options);
        Records = new InMemoryExecutionRecords(Hub.Options.Clock);
        Blobs = new InMemoryBlobStore(Hub.Options.Clock);
        var collection = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Hub.Options.Clock)
            .AddSingleton<IExecutionRecords>(Records)
            .AddSingleton<IPayloads>(Payloads)
            .AddSingleton<IStateMachineStore>(Machines)
            .AddSingleton<IMapRunStore>(MapRuns)
            .AddSingleton<IActivityStore>(new MemoryActivityStore())
            .AddSingleton<IWaitingLine>(new InMemoryWaitingLine())
            .AddSingleton<IBlobStore>(Blobs);
        if (router is not null)
        {
            collection.AddSingleton(router);
        }

        configure?.Invoke(collection);
        collection.TryAddSingleton(new ArnScheme());
        collection.TryAddSingleton<StateMachineCatalog>();
        services = collection.AddDurableExecutions().AddDurableDriver().BuildServiceProvider();
        services.GetRequiredService<DurableClients>().Use(Hub.Client);
        Hub.AddFunctions(typeof(ExecutionOrchestrator).Assembly, services);
    }

    /// <summary>The task hub.</summary>
    public TaskHub Hub { get; }

    /// <summary>What is kept of executions.</summary>
    public InMemoryExecutionRecords Records { get; }

    /// <summary>Texts too long to travel.</summary>
    public InMemoryPayloads Payloads { get; } = new();

    /// <summary>The stored machines.</summary>
    public MemoryStateMachineStore Machines { get; } = new();

    /// <summary>What is kept of Map Runs.</summary>
    public MemoryMapRunStore MapRuns { get; } = new();

    /// <summary>What Map Runs read items from and write results to.</summary>
    public InMemoryBlobStore Blobs { get; }

    /// <summary>The services of the driver.</summary>
    public IServiceProvider Services => services;

    /// <summary>Starts an execution of a machine.</summary>
    /// <returns>The id of its orchestration.</returns>
    public async Task<string> StartAsync(StateMachine machine, ExecutionStart start)
    {
        var record = await Records.TryAddAsync(new ExecutionRecord { Start = start, Revision = await StoreAsync(machine, start), StartDate = Hub.Now })
            ?? throw new InvalidOperationException($"expected {start.ExecutionArn} to be new, found it there");
        await ScheduleAsync(record.InstanceId, ExecutionInput.Of(TextOf(machine), record.FirstFact));
        return record.InstanceId;
    }

    /// <summary>Has an execution go on that did not succeed, if it can.</summary>
    /// <returns>The fact; or null if it cannot.</returns>
    public async Task<Fact.Redriven?> RedriveAsync(StateMachine machine, string executionArn)
    {
        var record = await FindAsync(executionArn);
        var facts = await Records.ReadFactsAsync(executionArn);
        var execution = new Execution(machine);
        foreach (var fact in facts)
        {
            execution.Apply(fact, []);
        }

        var redriven = new Fact.Redriven(Moment(), ClientToken: null);
        var chain = FactChain.Next(FactChain.Beginning, facts);
        if (!execution.Apply(redriven, []) || await Records.TryRedriveAsync(record, redriven, facts.Count, chain) is not { } now)
        {
            return null;
        }

        await ScheduleAsync(now.InstanceId, ExecutionInput.Redriven(TextOf(machine), execution, facts.Count + 1, FactChain.Next(chain, redriven)));
        return redriven;
    }

    /// <summary>Tells the orchestration that runs an execution that something has happened.</summary>
    public async Task SignalAsync(string executionArn, Fact fact) =>
        await Hub.Client.RaiseEventAsync((await FindAsync(executionArn)).InstanceId, Signal.EventName, Signal.Of(fact).Text);

    /// <summary>An execution as it is kept.</summary>
    public async Task<ExecutionRecord> FindAsync(string executionArn) =>
        await Records.FindAsync(executionArn) ?? throw new InvalidOperationException($"expected {executionArn}, found nothing under that ARN");

    /// <summary>The facts of an execution.</summary>
    public async Task<IReadOnlyList<Fact>> FactsAsync(string executionArn) => await Records.ReadFactsAsync(executionArn);

    /// <inheritdoc/>
    public void Dispose() => services.Dispose();

    private static string TextOf(StateMachine machine) => DefinitionWriter.Write(machine).ToString();

    /// <summary>Children of Map Runs find their machine in the stored one.</summary>
    private async Task<long> StoreAsync(StateMachine machine, ExecutionStart start)
    {
        var record = new StateMachineRecord
        {
            Arn = start.StateMachineArn,
            Name = start.StateMachineName,
            Type = StateMachineType.Standard,
            Definition = TextOf(machine),
            RoleArn = start.RoleArn,
            CreationDate = Hub.Now,
            UpdateDate = Hub.Now,
        };
        var stored = await Machines.TryAddAsync(record) ?? await Machines.FindAsync(start.StateMachineArn);
        return stored!.Revision;
    }

    private async Task ScheduleAsync(string instanceId, ExecutionInput input)
    {
        var text = await services.GetRequiredService<ExecutionInputs>().WriteAsync(instanceId, input);
        await Hub.Client.ScheduleNewOrchestrationInstanceAsync(OrchestratorNames.Execution, text, new StartOrchestrationOptions(instanceId));
    }

    /// <summary>Facts know no fractions of a millisecond.</summary>
    private DateTimeOffset Moment() => DateTimeOffset.FromUnixTimeMilliseconds(Hub.Now.ToUnixTimeMilliseconds());
}
