using System.Collections.Concurrent;
using TaskOrchestration.EndToEnd.Tests.Clients.Calling;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.EndToEnd.Tests.Clients.Actions;

/// <summary>A server that asks for credentials, and the clients, each signing with its key.</summary>
public sealed class ClientSession : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly ConcurrentDictionary<string, Lazy<IClient>> _clients = [];
    private ServerProcess? _server;

    /// <summary>The server.</summary>
    public ServerProcess Server => _server ?? throw new InvalidOperationException("The server is not started yet.");

    /// <summary>What a client has to know to be let in. What this machine's user has configured is left out.</summary>
    public Dictionary<string, string> Environment => new()
    {
        ["AWS_ACCESS_KEY_ID"] = Server.FirstKey!.Split('.')[0],
        ["AWS_SECRET_ACCESS_KEY"] = Server.FirstKey.Split('.')[1],
        ["AWS_DEFAULT_REGION"] = "us-east-1",
        ["AWS_CONFIG_FILE"] = Tool.Script("aws-config"),
        ["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null",
        // StartSyncExecution and TestState would otherwise call sync-127.0.0.1, which is nowhere.
        ["AWS_DISABLE_HOST_PREFIX_INJECTION"] = "true",
    };

    /// <summary>A client by its name.</summary>
    public IClient this[string name] => _clients.GetOrAdd(name, _ => new Lazy<IClient>(() => Open(name))).Value;

    /// <inheritdoc/>
    public async Task InitializeAsync() => _server = await ServerProcess.StartGuardedAsync(_data.Path);

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Value.Dispose();
        }

        _server?.Dispose();
        _data.Dispose();
    }

    private IClient Open(string name) => name switch
    {
        ClientNames.Boto3 => new ScriptedClient(Tool.Python, "caller.py", Server.Endpoint, Environment),
        ClientNames.JavaScript => new ScriptedClient(Tool.Node, "caller.mjs", Server.Endpoint, Environment),
        ClientNames.AwsCli => new CliClient(Server.Endpoint, Environment),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "is no client"),
    };
}
