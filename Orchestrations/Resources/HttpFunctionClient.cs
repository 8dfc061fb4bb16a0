namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>The one client that all functions over HTTP share, and with it the connections.</summary>
internal sealed class HttpFunctionClient : IDisposable
{
    public HttpClient Client { get; } = HttpTaskHandler.CreateClient();

    public void Dispose() => Client.Dispose();
}
