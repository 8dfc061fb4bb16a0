using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Transactions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Steps;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.Orchestrations.Workflows;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using Answer = TaskOrchestration.Support.Answer;

namespace TaskOrchestration.Orchestrations.Tests.Workflows;

/// <summary>A seed workflow in virtual time, over the real steps, records in memory and simulated services.</summary>
internal sealed class WorkflowRun : IDisposable
{
    private readonly ServiceProvider services;
    private readonly Func<TaskRequest, Answer?> interfere;
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

    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Runs the workflow to its end. May be called again: the records stay.</summary>
    public WorkflowRun Run(SeedWorkflow workflow, string input)
    {
        simulation = Simulation.Of(workflow.Definition, input, Answered).ToTheEnd();
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
        var call = new TaskCall
        {
            Request = request,
            Execution = Simulation.Start(JsonObject.Empty),
            HeartbeatAsync = () => ValueTask.CompletedTask,
        };
        var outcome = Service<ITaskRouter>().InvokeAsync(call, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return outcome switch
        {
            TaskOutcome.Succeeded done => Answer.With(done.Output),
            TaskOutcome.Failed failed => Answer.Failure(failed.Failure.Error, failed.Failure.Cause),
            _ => throw new InvalidOperationException($"No step answers {outcome}."),
        };
    }

    private sealed class SimulationClock(Func<DateTimeOffset> now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now();
    }
}
