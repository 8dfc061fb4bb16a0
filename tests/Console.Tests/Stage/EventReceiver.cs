using System.Net;
using TaskOrchestration.Support;

namespace TaskOrchestration.Console.Tests.Stage;

/// <summary>Somebody that status-change events are posted to.</summary>
public sealed class EventReceiver : IDisposable
{
    private readonly HttpListener _listener = new();

    /// <summary>Begins to listen on a free port.</summary>
    public EventReceiver()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Find()}/events/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Its URL.</summary>
    public Uri Address { get; }

    /// <summary>What it answers: at first that it will never take an event.</summary>
    public HttpStatusCode Answer { get; set; } = HttpStatusCode.Gone;

    /// <inheritdoc/>
    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var response = (await _listener.GetContextAsync()).Response;
                response.StatusCode = (int)Answer;
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // It has been disposed of.
        }
    }
}
