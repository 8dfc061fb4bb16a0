using System.Diagnostics;
using TaskOrchestration.Cli.Client;
using TaskOrchestration.Support;

namespace TaskOrchestration.EndToEnd.Tests.Servers;

/// <summary>The real server, as <c>./run</c> starts it, in a process of its own.</summary>
public sealed class ServerProcess : IDisposable
{
    private const string Announcement = "listening on ";

    // One handler for all clients: each would otherwise keep sockets of its own.
    private static readonly SocketsHttpHandler Sockets = new() { PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5) };

    private readonly Process _process;

    private ServerProcess(Process process, Uri endpoint)
    {
        _process = process;
        Endpoint = endpoint;
        Client = new StepFunctionsClient(new HttpClient(Sockets, disposeHandler: false) { Timeout = TimeSpan.FromSeconds(20) }, endpoint);
    }

    /// <summary>Where it answers.</summary>
    public Uri Endpoint { get; }

    /// <summary>Calls it.</summary>
    public StepFunctionsClient Client { get; }

    /// <summary>Starts it on a free port and returns when it answers.</summary>
    public static async Task<ServerProcess> StartAsync(string dataFolder)
    {
        ServerBuild.Ensure();
        var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Repository.PathOf("artifacts", "taskorch", "taskorch.dll"), "serve", "--port", "0", "--data", dataFolder },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new ServerProcess(process, new Uri(line[Announcement.Length..]));
            }
        }

        throw new InvalidOperationException($"The server stopped without listening. It said:\n{string.Join('\n', said)}\n{await errors}");
    }

    /// <summary>Ends it with SIGKILL, in the middle of whatever it does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
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
}
