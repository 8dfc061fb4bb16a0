using Microsoft.DurableTask;
using Microsoft.Extensions.Logging.Abstractions;
using TaskOrchestration.Functions.Durable.Activities;
using TaskOrchestration.Functions.Durable.MapRuns;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Durable.Orchestrating;
using TaskOrchestration.Functions.Durable.Payloads;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Functions.Workers;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Durable.Hubs;
using TaskOrchestration.Support.Durable.Worlds;

namespace TaskOrchestration.Support.Durable;

/// <summary>The Durable driver over a task hub and records in memory.</summary>
public sealed class DurableWorld
{
    private readonly Dictionary<string, string> definitions = [];

    /// <summary>A world in which a router does the tasks.</summary>
    public DurableWorld(ITaskRouter router, HubOptions? options = null, IReadOnlyList<IExecutionObserver>? observers = null, IExecutionRecords? records = null)
    {
        Hub = new TaskHub(options);
        Clock = Hub.Options.Clock;
        Records = records ?? new InMemoryExecutionRecords(Clock);
        Clients.Use(Hub.Client);
        var told = new Observers(observers ?? [], NullLogger.Instance);
        var histories = new EndedHistories(Records, new ParsedMachines(Machines));
        var advancing = new MapRunAdvancing(MapRuns, new InMemoryBlobStore(Clock), Clock);
        var bells = new MapRunBells(MapRuns, Clients, NullLogger<MapRunBells>.Instance);
        var recording = new Recording(Records, told, histories, new ParentNotices(Records, bells, Clients), NullLogger<Recording>.Instance);
        var performance = new TaskPerformance(recording, router, new MapRunTasks(MapRuns, Clients, Clock), new WaitingTasks(Queue, Lines, Activities, Clock), Clients, Clock, NullLogger<TaskPerformance>.Instance);
        var mapRunStopping = new MapRunStopping(MapRuns, advancing, Clients, Clock, NullLogger<MapRunStopping>.Instance);
        var stopping = new ChildStopping(Records, mapRunStopping, Clients, Clock, NullLogger<ChildStopping>.Instance);
        var cache = new MachineCache();
        Hub.AddOrchestrator(OrchestratorNames.Execution, new ExecutionOrchestrator(cache).RunAsync);
        Hub.AddOrchestrator(OrchestratorNames.ExpressExecution, ExpressOrchestrator.RunAsync);
        Hub.AddActivity<string, string>(OrchestratorNames.InvokeTask, async (call, input) =>
        {
            BeforeActivity?.Invoke(call);
            return (await performance.PerformAsync(input)).Text;
        });
        Hub.AddActivity<string, string>(OrchestratorNames.Record, async (call, input) =>
        {
            BeforeActivity?.Invoke(call);
            var runs = await recording.RecordAsync(RecordInput.Read(input));
            return new ActivityAnswer { Ticket = ActivityAnswer.TicketOf(input), Runs = runs }.Text;
        });
        Hub.AddActivity<string, string>(OrchestratorNames.StopChild, async (call, input) =>
        {
            BeforeActivity?.Invoke(call);
            var stop = StopInput.Read(input);
            return new ActivityAnswer { Ticket = ActivityAnswer.TicketOf(input), Child = await stopping.StopAsync(stop) ? null : stop.Child }.Text;
        });
        Hub.AddActivity<string, string>(OrchestratorNames.ReadPayload, async (_, name) => new PieceInput(name, await Payloads.ReadAsync(name)).Text);
        Hub.AddActivity<string, string>(OrchestratorNames.WritePayload, async (_, input) =>
        {
            var piece = PieceInput.Read(input);
            await Payloads.WriteAsync(piece.Name, piece.Piece);
            return ActivityAnswer.TicketOf(input);
        });
        Hub.AddActivity<string, string>(OrchestratorNames.RunExpress, async (_, input) =>
        {
            var express = ExpressInput.Read(input);
            var ended = await InMemoryRun.RunInRealTimeAsync(cache.Of(express.Definition), express.Start, router, Clock, observed: told.Of(express.Start));
            return ExecutionOutcome.NameOf(ended.Status);
        });
    }

    /// <summary>The hub.</summary>
    public TaskHub Hub { get; }

    /// <summary>The time, for all there is.</summary>
    public ManualTimeProvider Clock { get; }

    /// <summary>What is kept of executions.</summary>
    public IExecutionRecords Records { get; }

    /// <summary>What was too long to travel.</summary>
    public InMemoryPayloads Payloads { get; } = new();

    /// <summary>The machines of executions, for those who derive histories.</summary>
    public MemoryStateMachineStore Machines { get; } = new();

    /// <summary>What is kept of Map Runs.</summary>
    public MemoryMapRunStore MapRuns { get; } = new();

    /// <summary>The activities there are.</summary>
    public MemoryActivityStore Activities { get; } = new();

    /// <summary>The tasks that wait for workers.</summary>
    public InMemoryWaitingLine Queue { get; } = new();

    /// <summary>The workers that wait.</summary>
    public WorkerLines Lines { get; } = new(new ActivityOptions());

    /// <summary>The client of the hub.</summary>
    public DurableClients Clients { get; } = new();

    /// <summary>Where an <see cref="IExecutionService"/> can be put for nested executions.</summary>
    public LateExecutions Late { get; } = new();

    /// <summary>Is called before each activity that takes facts down; what it throws is trouble of the infrastructure.</summary>
    public Action<ActivityCall>? BeforeActivity { get; set; }

    /// <summary>Starts an execution; it runs when the hub does.</summary>
    public async Task<ExecutionRecord> StartAsync(string definition, ExecutionStart start)
    {
        var record = await Records.TryAddAsync(new ExecutionRecord { Start = start, Revision = 1, StartDate = Hub.Now })
            ?? throw new InvalidOperationException($"{start.ExecutionArn} has been started before");
        definitions[start.ExecutionArn] = definition;
        await ScheduleAsync(record, ExecutionInput.Of(definition, record.FirstFact));
        return record;
    }

    /// <summary>Starts an execution as a simulation would.</summary>
    public Task<ExecutionRecord> StartAsync(string definition, string input = "{}") => StartAsync(definition, Simulation.Start(Json.Parse(input)));

    /// <summary>Starts an execution and runs the hub until nothing can happen any more.</summary>
    public async Task<ExecutionRecord> RunAsync(string definition, string input = "{}")
    {
        var record = await StartAsync(definition, input);
        await Hub.RunToTheEndAsync();
        return await FindAsync(record);
    }

    /// <summary>Has an execution go on that did not succeed.</summary>
    public async Task<ExecutionRecord> RedriveAsync(ExecutionRecord record)
    {
        var ended = await FindAsync(record);
        var (execution, _, chain, count) = await DerivedAsync(ended);
        var redriven = new Fact.Redriven(Hub.Now, ClientToken: null);
        if (!execution.Apply(redriven, []))
        {
            throw new InvalidOperationException($"{record.Start.ExecutionArn} cannot be redriven");
        }

        var running = await Records.TryRedriveAsync(ended, redriven, count, chain) ?? throw new InvalidOperationException("Somebody else was first.");
        await ScheduleAsync(running, ExecutionInput.Redriven(definitions[record.Start.ExecutionArn], execution, count + 1, FactChain.Next(chain, redriven)));
        return running;
    }

    /// <summary>Sends a signal to whoever runs the execution now.</summary>
    public async Task SignalAsync(ExecutionRecord record, Signal signal)
    {
        var now = await FindAsync(record);
        await Hub.Client.RaiseEventAsync(now.InstanceId, Signal.EventName, signal.Text);
    }

    /// <summary>The execution as it is kept now.</summary>
    public async Task<ExecutionRecord> FindAsync(ExecutionRecord record) =>
        await Records.FindAsync(record.Start.ExecutionArn) ?? throw new InvalidOperationException($"{record.Start.ExecutionArn} is not known");

    /// <summary>The history that follows from the facts as they are kept.</summary>
    public async Task<IReadOnlyList<HistoryEvent>> HistoryAsync(ExecutionRecord record) => (await DerivedAsync(record)).Events;

    /// <summary>The execution that follows from the facts as they are kept.</summary>
    public async Task<Execution> DeriveAsync(ExecutionRecord record) => (await DerivedAsync(record)).Execution;

    private async Task ScheduleAsync(ExecutionRecord record, ExecutionInput input)
    {
        var text = await new ExecutionInputs(Payloads).WriteAsync(record.InstanceId, input);
        await Hub.Client.ScheduleNewOrchestrationInstanceAsync(OrchestratorNames.Execution, text, new StartOrchestrationOptions(record.InstanceId));
    }

    private async Task<(Execution Execution, IReadOnlyList<HistoryEvent> Events, string Chain, int Count)> DerivedAsync(ExecutionRecord record)
    {
        var execution = new Execution(Simulation.Machine(definitions[record.Start.ExecutionArn]));
        var events = new List<HistoryEvent>();
        var facts = await Records.ReadFactsAsync(record.Start.ExecutionArn);
        foreach (var fact in facts)
        {
            execution.Apply(fact, [], events);
        }

        return (execution, events, FactChain.Next(FactChain.Beginning, facts), facts.Count);
    }
}
