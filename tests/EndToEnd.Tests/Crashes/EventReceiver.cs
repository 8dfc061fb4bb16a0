using System.Collections.Concurrent;
using System.Net;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

/// <summary>Takes status-change events over HTTP, and turns some down for the time being.</summary>
public sealed class EventReceiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Id, string Execution, string Status)> _taken = [];
    private int _asked;

    public EventReceiver()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Find()}/events/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Its URL.</summary>
    public Uri Address { get; }

    /// <summary>What it has taken, in the order in which it came.</summary>
    public IReadOnlyList<(string Id, string Execution, string Status)> Taken => [.. _taken];

    /// <inheritdoc/>
    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                await AnswerOrLeaveAsync(await _listener.GetContextAsync());
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // It has been disposed of.
        }
    }

    private async Task AnswerOrLeaveAsync(HttpListenerContext context)
    {
        try
        {
            await AnswerAsync(context);
        }
        catch (Exception e) when (e is IOException or HttpListenerException or ObjectDisposedException or JsonSyntaxException)
        {
            // The sender was killed in the middle of it.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var response = context.Response;
        using var reader = new StreamReader(context.Request.InputStream);
        var text = await reader.ReadToEndAsync();
        var takes = ++_asked % 7 != 0;
        response.StatusCode = takes ? 204 : 503;
        if (takes)
        {
            var happened = (JsonObject)Json.Parse(text);
            var detail = (JsonObject)happened["detail"]!;
            _taken.Enqueue((Text(happened, "id"), Text(detail, "executionArn"), Text(detail, "status")));
        }
    }

    private static string Text(JsonObject from, string member) => ((JsonString)from[member]!).Value;
}
