using TaskOrchestration.Cli.Client;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.Console.Tests.Stage;

/// <summary>A real server with the console, for all tests of a class. It asks for credentials, as a server does that <c>./run</c> starts.</summary>
public class ServedConsole : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _data = new();
    private ServerProcess? _server;
    private RestClient? _rest;

    /// <summary>The server.</summary>
    public ServerProcess Server => _server ?? throw new InvalidOperationException("The server is not started yet.");

    /// <summary>Where it answers.</summary>
    public Uri Address => Server.Endpoint;

    /// <summary>The key of an admin, as <c>ID.SECRET</c>.</summary>
    public string Key => Server.FirstKey ?? throw new InvalidOperationException("The server did not print its first key.");

    /// <summary>The one-time link that the server has printed.</summary>
    public Uri SignInLink => new(Server.Said.Single(line => line.Contains("/sign-in?code=", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[2]);

    /// <summary>Calls the Step Functions API, as the admin.</summary>
    public StepFunctionsClient Client => Server.Client;

    /// <summary>Calls the REST API, as the admin.</summary>
    public RestClient Rest => _rest ??= new RestClient(Address, Key);

    /// <summary>What the server is started with beyond the port and its data folder.</summary>
    protected virtual string[] Options => [];

    /// <summary>Its settings; none for what it has by itself.</summary>
    protected virtual JsonObject? Settings => null;

    /// <inheritdoc/>
    public virtual async Task InitializeAsync()
    {
        if (Ground.Obstacle is null)
        {
            ConsoleBuild.Ensure();
            if (Settings is { } settings)
            {
                await File.WriteAllTextAsync(Path.Combine(_data.Path, "appsettings.json"), settings.ToString());
            }

            _server = await ServerProcess.StartGuardedAsync(_data.Path, Options);
        }
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops the server.</summary>
    protected virtual void Dispose(bool isDisposing)
    {
        if (isDisposing)
        {
            _rest?.Dispose();
            _server?.Dispose();
            _data.Dispose();
        }
    }
}
