using System.Diagnostics;
using TaskOrchestration.Cli.Client;

namespace TaskOrchestration.Support.Servers;

/// <summary>The real server, as <c>./run</c> starts it, in a process of its own.</summary>
public sealed class ServerProcess : IDisposable
{
    private const string Announcement = "listening on ";

    // One handler for all clients: each would otherwise keep sockets of its own.
    private static readonly SocketsHttpHandler Sockets = new() { PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5) };

    private readonly Process _process;
    private readonly Task<string> _errors;

    private ServerProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Where it answers. Only once it listens.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>Calls it. Only once it listens.</summary>
    public StepFunctionsClient Client { get; private set; } = null!;

    /// <summary>What it said before it listened.</summary>
    public IReadOnlyList<string> Said { get; private set; } = [];

    /// <summary>The processor time that it has used.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that it has had at once, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts it on a free port, anonymous, and returns when it answers.</summary>
    public static async Task<ServerProcess> StartAsync(string dataFolder, params string[] options)
    {
        var server = Launch(dataFolder, options);
        await server.ListenAsync();
        return server;
    }

    /// <summary>Starts it so that it asks for credentials, on a free port, and returns when it answers.</summary>
    public static async Task<ServerProcess> StartGuardedAsync(string dataFolder, params string[] options)
    {
        var server = LaunchWith(dataFolder, options);
        await server.ListenAsync();
        return server;
    }

    /// <summary>Starts it on a free port, anonymous, and does not wait for anything.</summary>
    public static ServerProcess Launch(string dataFolder, params string[] options) => LaunchWith(dataFolder, ["--anonymous", .. options]);

    /// <summary>The key that a guarded server has made on its first start, as <c>ID.SECRET</c>; none if it has made none.</summary>
    public string? FirstKey => Told("id") is { } id && Told("secret") is { } secret ? $"{id}.{secret}" : null;

    private string? Told(string what) => Said.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).FirstOrDefault(words => words is [var first, _, ..] && first == what)?[1];

    private static ServerProcess LaunchWith(string dataFolder, string[] options)
    {
        ServerBuild.Ensure();
        string[] arguments = [Repository.PathOf("artifacts", "taskorch", "taskorch.dll"), "serve", "--port", "0", "--data", dataFolder, .. options];
        return new ServerProcess(Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!);
    }

    /// <summary>Ends it with SIGKILL, in the middle of whatever it does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Tells it to end, with SIGTERM, and returns its exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private async Task ListenAsync()
    {
        var said = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            Said = said;
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                _ = _process.StandardOutput.ReadToEndAsync();
                Endpoint = new Uri(line[Announcement.Length..]);
                Client = new StepFunctionsClient(new HttpClient(Sockets, disposeHandler: false) { Timeout = TimeSpan.FromMinutes(2) }, Endpoint, FirstKey);
                return;
            }
        }

        throw new InvalidOperationException($"The server stopped without listening. It said:\n{string.Join('\n', said)}\n{await _errors}");
    }
}
