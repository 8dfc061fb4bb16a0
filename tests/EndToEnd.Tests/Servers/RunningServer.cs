using TaskOrchestration.Support;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.EndToEnd.Tests.Servers;

/// <summary>One server for all tests of a class.</summary>
public sealed class RunningServer : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _data = new();
    private ServerProcess? _server;

    /// <summary>The server.</summary>
    public ServerProcess Server => _server ?? throw new InvalidOperationException("The server is not started yet.");

    /// <inheritdoc/>
    public async Task InitializeAsync() => _server = await ServerProcess.StartAsync(_data.Path);

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        _server?.Dispose();
        _data.Dispose();
    }
}
