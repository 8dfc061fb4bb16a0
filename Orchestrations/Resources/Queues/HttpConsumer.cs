using System.Text;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Queues;

/// <summary>A consumer behind a URL: the body of each message is posted to it. A status of 2xx deals with the message; after any other, or none, it comes again.</summary>
/// <remarks>
/// Headers: <c>Idempotency-Key</c> is the message's id; <c>X-Message-Queue</c>, <c>X-Message-Group</c>, <c>X-Message-Receive-Count</c>, and
/// <c>X-Message-Attribute-NAME</c> (percent-encoded) for each attribute.
/// </remarks>
public sealed class HttpConsumer(HttpClient client, HttpFunction address, TimeProvider time)
{
    /// <summary>Deals with a message.</summary>
    /// <exception cref="HttpRequestException">The consumer did not take it.</exception>
    public async ValueTask HandleAsync(QueuedMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var timeout = new CancellationTokenSource(address.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var request = Request(message);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"{address.DisplayUrl} answered {(int)response.StatusCode} {response.ReasonPhrase}", inner: null, response.StatusCode);
        }
    }

    private HttpRequestMessage Request(QueuedMessage message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address.Url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(message.Body)) };
        request.Content.Headers.ContentType = new(IsJson(message.Body) ? "application/json" : "text/plain");
        Set("Idempotency-Key", message.MessageId);
        Set("X-Message-Queue", Uri.EscapeDataString(message.Queue));
        Set("X-Message-Group", message.Group is null ? null : Uri.EscapeDataString(message.Group));
        Set("X-Message-Receive-Count", message.ReceiveCount.ToString());
        foreach (var (name, attribute) in message.Attributes)
        {
            Set($"X-Message-Attribute-{name}", Uri.EscapeDataString(((attribute as JsonObject)?["StringValue"] as JsonString)?.Value ?? ""));
        }

        foreach (var (name, value) in address.Headers)
        {
            Set(name, value);
        }

        return request;

        void Set(string name, string? value)
        {
            if (value is not null)
            {
                request.Headers.Remove(name);
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    private static bool IsJson(string body)
    {
        try
        {
            Json.Parse(body);
            return true;
        }
        catch (JsonSyntaxException)
        {
            // Then it is some other text.
            return false;
        }
    }
}
