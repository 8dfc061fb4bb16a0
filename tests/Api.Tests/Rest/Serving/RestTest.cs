namespace TaskOrchestration.Api.Tests.Rest.Serving;

/// <summary>A test that talks to a server of its own.</summary>
public abstract class RestTest : IAsyncLifetime
{
    private RestServer? _server;

    protected RestServer Server => _server ?? throw new InvalidOperationException("the server has not started");

    protected RestClient Client => Server.Client;

    public async Task InitializeAsync() => _server = await RestServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
