using System.Net;
using System.Net.Sockets;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

/// <summary>A function behind a URL that takes requests and never answers.</summary>
public sealed class SilentFunction : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);

    public SilentFunction()
    {
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
    }

    /// <summary>Its URL.</summary>
    public Uri Address { get; }

    /// <summary>Is done when it has been asked.</summary>
    public async Task WhenAskedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var caller = await _listener.AcceptTcpClientAsync(patience.Token);
        // The request's first bytes; the connection stays open.
        await caller.GetStream().ReadExactlyAsync(new byte[4], patience.Token);
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();
}
