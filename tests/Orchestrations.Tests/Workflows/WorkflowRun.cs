using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Transactions;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Steps;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.Orchestrations.Workflows;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using Answer = TaskOrchestration.Support.Answer;

namespace TaskOrchestration.Orchestrations.Tests.Workflows;

/// <summary>A seed workflow in virtual time, over the real steps, records in memory and simulated services.</summary>
internal sealed class WorkflowRun : IDisposable
{
    private readonly ServiceProvider services;
    private readonly Func<TaskRequest, Answer?> interfere;
    private readonly List<Simulation> children = [];
    private Simulation? simulation;

    /// <summary>A run to come.</summary>
    /// <param name="configure">Puts other services in the place of the usual ones.</param>
    /// <param name="interfere">Answers a task in the place of its step; null leaves it to the step.</param>
    public WorkflowRun(Action<IServiceCollection>? configure = null, Func<TaskRequest, Answer?>? interfere = null)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(new SimulationClock(() => simulation?.Now ?? Simulation.Beginning));
        collection.AddInMemoryStores().AddBusinessSteps().AddTaskRouting();
        configure?.Invoke(collection);
        services = collection.BuildServiceProvider();
        this.interfere = interfere ?? (_ => null);
    }

    public Simulation Simulation => simulation ?? throw new InvalidOperationException("Nothing has run yet.");

    public ExecutionStatus Status => Simulation.Execution.Status;

    public Failure? Failure => Simulation.Execution.Failure;

    public JsonObject Output => (JsonObject)Simulation.Execution.Output!;

    /// <summary>The states it entered, in order.</summary>
    public IEnumerable<string> States => Simulation.History.Select(happened => happened.Details).OfType<HistoryDetails.StateEntered>().Select(entered => entered.Name);

    /// <summary>Which children of its Map Runs somebody stops as soon as they have begun, by their inputs.</summary>
    public Func<Json, bool> StopsChild { get; init; } = _ => false;

    /// <summary>The tasks it asked for, and then those that the children of its Map Runs did.</summary>
    public IEnumerable<TaskRequest> Tasks => Simulation.Tasks.Concat(children.SelectMany(child => child.Tasks));

    /// <summary>How the children of its Map Runs ended.</summary>
    public IEnumerable<ExecutionStatus> Children => children.Select(child => child.Execution.Status);

    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Runs the workflow to its end. May be called again: the records stay.</summary>
    public WorkflowRun Run(SeedWorkflow workflow, string input)
    {
        children.Clear();
        simulation = Simulation.Of(workflow.Definition, input, Answered);
        simulation.ToTheEnd();
        return this;
    }

    public async Task<Order> OrderAsync(string id) => (await Service<IOrderStore>().FindAsync(id))!;

    public async Task<Transaction> TransactionAsync(string id) => (await Service<ITransactionStore>().FindAsync(id))!;

    /// <summary>What was booked for an order: the kinds of entries and their amounts.</summary>
    public async Task<IEnumerable<string>> BookedForAsync(string orderId) =>
        (await Service<ILedger>().OfOrderAsync(orderId)).Select(entry => $"{entry.Kind} {entry.Amount}");

    public void Dispose() => services.Dispose();

    private Answer Answered(TaskRequest request) => interfere(request) ?? Perform(request);

    private Answer Perform(TaskRequest request)
    {
        var outcome = request.Resource is TaskResource.MapRun ? RunMapAsync(request) : InvokeAsync(request);
        return outcome.GetAwaiter().GetResult() switch
        {
            TaskOutcome.Succeeded done => Answer.With(done.Output),
            TaskOutcome.Failed failed => Answer.Failure(failed.Failure.Error, failed.Failure.Cause),
            var other => throw new InvalidOperationException($"No step answers {other}."),
        };
    }

    private Task<TaskOutcome> InvokeAsync(TaskRequest request)
    {
        var call = new TaskCall
        {
            Request = request,
            Execution = request.Execution,
            HeartbeatAsync = () => ValueTask.CompletedTask,
        };
        return Service<ITaskRouter>().InvokeAsync(call, CancellationToken.None).AsTask();
    }

    private async Task<TaskOutcome> RunMapAsync(TaskRequest request)
    {
        var run = new SimulatedMapRun(Simulation.Execution.Machine, Simulation.Now, Service<IBlobStore>(), Answered, StopsChild);
        var outcome = await run.RunAsync(request);
        children.AddRange(run.Children);
        return outcome;
    }

    private sealed class SimulationClock(Func<DateTimeOffset> now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now();
    }
}
