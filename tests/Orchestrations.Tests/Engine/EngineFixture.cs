using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

/// <summary>An engine on stores in memory that outlive it, so that it can be opened again.</summary>
internal sealed class EngineFixture(ITaskRouter router, IJournal? journal = null, EngineOptions? options = null) : IAsyncDisposable
{
    private const string Role = "arn:aws:iam::123456789012:role/test";

    public EngineStores Stores { get; private set; } = new() { Journal = journal ?? new MemoryJournal() };

    public IJournal Journal
    {
        get => Stores.Journal;
        set => Stores = Stores with { Journal = value };
    }

    public ManualTimeProvider Time { get; } = new();

    public ITaskRouter Router { get; set; } = router;

    public EngineOptions Options { get; } = options ?? new EngineOptions { GracePeriod = TimeSpan.Zero };

    public EmbeddedEngine Engine { get; private set; } = null!;

    public IExecutionService Executions => Engine.Executions;

    public string MachineArn { get; private set; } = "";

    public static async Task<EngineFixture> OpenAsync(
        string definition,
        ITaskRouter? router = null,
        IJournal? journal = null,
        EngineOptions? options = null,
        StateMachineType type = StateMachineType.Standard,
        Func<IMapRunStore, IMapRunStore>? wrap = null)
    {
        var fixture = new EngineFixture(router ?? new ScriptedRouter(), journal, options);
        fixture.Stores = fixture.Stores with { MapRuns = wrap?.Invoke(fixture.Stores.MapRuns) ?? fixture.Stores.MapRuns };
        await fixture.OpenEngineAsync();
        var machine = await fixture.Engine.Catalog.CreateAsync(new StateMachineDraft { Name = "machine", Definition = definition, RoleArn = Role, Type = type });
        fixture.MachineArn = machine.Arn;
        return fixture;
    }

    public async Task OpenEngineAsync() => Engine = await EmbeddedEngine.OpenAsync(Stores, Router, Options, Time);

    /// <summary>Stops the engine and opens another one on the same stores.</summary>
    public async Task ReopenAsync(ITaskRouter? router = null)
    {
        await Engine.StopAsync();
        Router = router ?? Router;
        await OpenEngineAsync();
    }

    public ValueTask<StartedExecution> StartAsync(string input = "{}", string? name = null) =>
        Executions.StartAsync(new StartRequest { StateMachineArn = MachineArn, Name = name, Input = Json.Parse(input) });

    public async Task<ExecutionDescription> RunAsync(string input = "{}", string? name = null) =>
        await Executions.WaitForEndAsync((await StartAsync(input, name)).ExecutionArn);

    public async ValueTask DisposeAsync() => await Engine.DisposeAsync();
}
