using TaskOrchestration.Orchestrations.Catalog;

namespace TaskOrchestration.Api.Tests.Serving;

/// <summary>A test that talks to a server of its own, with executions that answer what the test says.</summary>
public abstract class ApiTest : IAsyncLifetime
{
    private ApiServer? server;

    protected FakeExecutions Executions { get; } = new();

    protected FixedTime Time { get; } = new();

    protected StateMachineCatalog Catalog { get; private set; } = null!;

    protected ApiServer Server => server ?? throw new InvalidOperationException("the server has not started");

    public async Task InitializeAsync()
    {
        Catalog = new StateMachineCatalog(new MemoryStateMachineStore(), new ArnScheme(), Time);
        server = await ApiServer.StartAsync(Executions, Catalog, Time);
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    protected Task<ApiAnswer> CallAsync(string action, string request) => Server.CallAsync(action, Samples.Quoted(request));

    /// <summary>The table of bad requests of an action: each gets its named error.</summary>
    protected async Task RefusesAsync(string action, string request, string code, string message) =>
        Assert.Equal(ApiAnswer.Error(code, message), await CallAsync(action, request));
}
