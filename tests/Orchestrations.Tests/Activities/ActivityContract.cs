using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Activities;

/// <summary>What the suites of activities arrange: a host with one activity, and executions that ask for its workers.</summary>
public abstract class ActivityContract(ActivityHost host) : IAsyncLifetime
{
    protected const string Work = "arn:aws:states:us-east-1:123456789012:activity:work";

    private readonly Dictionary<string, string> machines = [];

    protected IExecutionService Executions => host.Executions;

    protected ActivityCatalog Activities => host.Activities;

    protected IActivityTasks Tasks => host.Tasks;

    protected ManualTimeProvider Time => host.Time;

    public async Task InitializeAsync()
    {
        await host.OpenAsync();
        await Activities.CreateAsync("work", encryption: null);
    }

    public Task DisposeAsync() => host.DisposeAsync().AsTask();

    protected Task RestartAsync() => host.RestartAsync();

    protected Task AdvanceAsync(TimeSpan by) => host.AdvanceAsync(by);

    protected Task<T> AwaitAsync<T>(Task<T> task) => host.AwaitAsync(task);

    protected static string Machine(string more = "") =>
        $$"""{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"{{Work}}",{{(more.Length > 0 ? $"{more}," : "")}}"End":true} } }""";

    protected async Task<string> StartAsync(string definition, string input = "{}")
    {
        if (!machines.TryGetValue(definition, out var machine))
        {
            var draft = new StateMachineDraft { Name = $"machine{machines.Count}", Definition = definition, RoleArn = "arn:aws:iam::123456789012:role/test" };
            machines[definition] = machine = (await host.Catalog.CreateAsync(draft)).Arn;
        }

        return (await Executions.StartAsync(new StartRequest { StateMachineArn = machine, Input = Json.Parse(input) })).ExecutionArn;
    }

    protected async Task<HandedTask> TakeAsync(string? worker = null)
    {
        var task = await AwaitAsync(Tasks.TakeAsync(Work, worker).AsTask());
        Assert.NotNull(task);
        await task.DeliveredAsync();
        return task;
    }

    protected async Task<ExecutionDescription> EndAsync(string execution) => await AwaitAsync(Executions.WaitForEndAsync(execution).AsTask());

    protected Task ScheduledAsync(string execution) => SeenAsync(execution, HistoryEventType.ActivityScheduled);

    protected async Task SeenAsync(string execution, HistoryEventType type)
    {
        while (!(await EventsAsync(execution)).Any(happened => happened.Type == type))
        {
            await Task.Yield();
        }
    }

    protected async Task<IReadOnlyList<HistoryEvent>> EventsAsync(string execution) => (await Executions.GetHistoryAsync(execution, reverse: false, limit: 1_000, cursor: null)).Items;

    protected static async Task AssertRefusedAsync(Refusal refusal, Func<Task> call) =>
        Assert.Equal(refusal, (await Assert.ThrowsAsync<RefusedException>(call)).Refusal);
}
