using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Executions;

/// <summary>What the suites of executions arrange: a host with one machine in it, and what they ask of both.</summary>
public abstract class ExecutionContract(ExecutionHost host) : IAsyncLifetime
{
    /// <summary>An input for <see cref="Engine.Definitions.Pause"/>.</summary>
    protected const string Minute = """{"seconds":60}""";

    protected IExecutionService Executions => host.Executions;

    protected StateMachineCatalog Catalog => host.Catalog;

    protected ManualTimeProvider Time => host.Time;

    protected string MachineArn { get; private set; } = "";

    /// <summary>Whoever does a task and answers later.</summary>
    protected ScriptedRouter Submitting { get; } = new(_ => new TaskOutcome.Submitted(JsonObject.Empty));

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => host.DisposeAsync().AsTask();

    protected async Task OpenAsync(string definition, ITaskRouter? router = null, StateMachineType type = StateMachineType.Standard)
    {
        await host.OpenAsync(router ?? new ScriptedRouter());
        var machine = await Catalog.CreateAsync(new StateMachineDraft { Name = "machine", Definition = definition, RoleArn = "arn:aws:iam::123456789012:role/test", Type = type });
        MachineArn = machine.Arn;
    }

    protected ValueTask<StartedExecution> StartAsync(string input = "{}", string? name = null, string qualifier = "") =>
        Executions.StartAsync(new StartRequest { StateMachineArn = MachineArn + qualifier, Name = name, Input = Json.Parse(input) });

    protected async Task<ExecutionDescription> RunAsync(string input = "{}", string? name = null, string qualifier = "") =>
        await Executions.WaitForEndAsync((await StartAsync(input, name, qualifier)).ExecutionArn);

    protected async Task<(StartedExecution Started, string Token)> StartCallbackAsync()
    {
        var started = await StartAsync();
        return (started, await TokenAsync(started, attempt: 1));
    }

    /// <summary>The token, once whoever does the task has it.</summary>
    protected async Task<string> TokenAsync(StartedExecution started, int attempt)
    {
        while (true)
        {
            var tasks = Submitting.Calls.Where(call => call.Execution.ExecutionArn == started.ExecutionArn).DistinctBy(call => call.Request.Task);
            if (tasks.ElementAtOrDefault(attempt - 1) is { } call)
            {
                return call.Request.TaskToken;
            }

            await Task.Yield();
        }
    }

    protected Task AdvanceAsync(TimeSpan by, DateTimeOffset set) => host.AdvanceAsync(by, set);

    /// <summary>What a wait for an end comes to that was begun before.</summary>
    protected async Task<ExecutionDescription> EndOfAsync(Task<ExecutionDescription> ending)
    {
        await host.PassAsync(ending);
        return await ending;
    }

    protected async Task<IEnumerable<string>> NamesAsync(ExecutionStatus? status = null, bool? isRedriven = null, string qualifier = "") =>
        (await Executions.ListAsync(MachineArn + qualifier, status, limit: 99, cursor: null, isRedriven)).Items.Select(execution => execution.Name);

    protected ValueTask<Page<HistoryEvent>> HistoryAsync(string arn) => Executions.GetHistoryAsync(arn, reverse: false, limit: 99, cursor: null);

    protected static async Task<RefusedException> AssertRefusedAsync(Refusal refusal, Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(call);
        Assert.Equal(refusal, refused.Refusal);
        return refused;
    }
}
