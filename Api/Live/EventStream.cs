using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Live;

/// <summary>Server-sent events on a response. Each is on its way when the call returns; one who reads slowly is waited for.</summary>
/// <seealso href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</seealso>
internal sealed class EventStream(PipeWriter writer)
{
    public const string MediaType = "text/event-stream";

    /// <summary>How long a browser waits before it comes back.</summary>
    private const int RetryMilliseconds = 2_000;

    /// <summary>Begins the response; nothing on the way may keep, change or collect it.</summary>
    public static async Task<EventStream> BeginAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var response = context.Response;
        response.ContentType = MediaType;
        response.Headers.CacheControl = "no-cache, no-store, no-transform";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var stream = new EventStream(response.BodyWriter);
        await stream.WriteAsync($"retry: {RetryMilliseconds}\n\n", cancellationToken);
        return stream;
    }

    /// <summary>Sends an event.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="id">What the client says when it comes back; null where it stays the last one's.</param>
    /// <param name="data">What it says.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task SendAsync(string name, long? id, Json data, CancellationToken cancellationToken)
    {
        var head = id is { } number ? string.Create(CultureInfo.InvariantCulture, $"event: {name}\nid: {number}\ndata: ") : $"event: {name}\ndata: ";
        Encoding.UTF8.GetBytes(head, writer);
        // Compact JSON has no line breaks.
        data.WriteTo(writer);
        await WriteAsync("\n\n", cancellationToken);
    }

    private async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        Encoding.UTF8.GetBytes(text, writer);
        await writer.FlushAsync(cancellationToken);
    }
}
