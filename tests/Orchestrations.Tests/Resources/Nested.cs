using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.NestedExecutions;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Resources;

/// <summary>A machine <c>parent</c> that starts the machine <c>child</c>, whose one task is a function of the test's.</summary>
internal sealed class Nested : IAsyncDisposable
{
    private const string Arns = "arn:aws:states:us-east-1:123456789012:stateMachine";
    private readonly EngineFixture fixture;
    private readonly TaskHandlers handlers;

    private Nested(EngineFixture fixture, TaskHandlers handlers)
    {
        this.fixture = fixture;
        this.handlers = handlers;
    }

    public IExecutionService Executions => fixture.Executions;

    public StateMachineCatalog Catalog => fixture.Engine.Catalog;

    public ManualTimeProvider Time => fixture.Time;

    public static async Task<Nested> OpenAsync(string action, Func<TaskInvocation, CancellationToken, ValueTask<Json>> work, string? parameters = null)
    {
        var functions = new TaskHandlers().Add("work", work);
        var (router, late) = Router(functions);
        var nested = new Nested(new EngineFixture(router), functions);
        await nested.fixture.OpenEngineAsync();
        late.Open(nested.Executions);
        await nested.AddAsync("child", """{"StartAt":"Do","States":{"Do":{"Type":"Task","Resource":"work","End":true}}}""");
        var given = parameters ?? $$"""{"StateMachineArn":"{{Arns}}:child","Name":"child","Input":{"a":1} }""";
        await nested.AddAsync(
            "parent", $$"""{"StartAt":"Start","States":{"Start":{"Type":"Task","Resource":"arn:aws:states:::states:{{action}}","Parameters":{{given}},"End":true} } }""");
        return nested;
    }

    public ValueTask<StateMachineRecord> AddAsync(string name, string definition, StateMachineType type = StateMachineType.Standard) =>
        fixture.Engine.Catalog.CreateAsync(new StateMachineDraft { Name = name, Definition = definition, RoleArn = "arn:aws:iam::123456789012:role/test", Type = type });

    public ValueTask<StartedExecution> StartAsync(string? name = null) =>
        Executions.StartAsync(new StartRequest { StateMachineArn = $"{Arns}:parent", Name = name });

    public async Task<ExecutionDescription> RunAsync(string? name = null) => await Executions.WaitForEndAsync((await StartAsync(name)).ExecutionArn);

    public async Task<IReadOnlyList<HistoryEventType>> EventsAsync(ExecutionDescription execution) =>
        [.. (await Executions.GetHistoryAsync(execution.Summary.ExecutionArn, reverse: false, 100, cursor: null)).Items.Select(known => known.Type)];

    /// <summary>Another process goes on with what is durable.</summary>
    public async Task ReopenAsync()
    {
        var (router, late) = Router(handlers);
        await fixture.ReopenAsync(router);
        late.Open(fixture.Executions);
    }

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    private static (ITaskRouter Router, LateExecutions Late) Router(TaskHandlers handlers)
    {
        var late = new LateExecutions();
        return (new TaskRouter(new FunctionCalls(handlers), [new StartExecution(late)]), late);
    }
}
