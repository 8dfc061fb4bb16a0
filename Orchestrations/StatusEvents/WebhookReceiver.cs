using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using TaskOrchestration.Orchestrations.Alerts;

namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>Posts events to a URL.</summary>
/// <remarks>
/// The headers: <c>Idempotency-Key</c> is the event's id, the same for every attempt; <c>X-Event-Timestamp</c> is the moment of this attempt in seconds since the epoch;
/// <c>X-Event-Signature</c> is <c>sha256=</c> and the HMAC-SHA256 of timestamp, a full stop and body, under the secret, in hexadecimal digits. What is tried again is what EventBridge
/// tries again: no answer, 5xx, 401, 407, 408, 409, 425, 429.
/// </remarks>
public sealed class WebhookReceiver(HttpClient http, StatusTarget.Webhook target, TimeProvider time) : IStatusReceiver
{
    /// <summary>How long a receiver may take to answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly HttpStatusCode[] Passing =
    [
        HttpStatusCode.Unauthorized, HttpStatusCode.ProxyAuthenticationRequired, HttpStatusCode.RequestTimeout, HttpStatusCode.Conflict, (HttpStatusCode)425, HttpStatusCode.TooManyRequests,
    ];

    /// <inheritdoc/>
    public async ValueTask<Reception> SendAsync(StatusMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var patience = new CancellationTokenSource(Patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var request = Request(message);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return Judge(response.StatusCode);
        }
        catch (HttpRequestException e)
        {
            return new Reception.NotNow(e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Reception.NotNow($"no answer within {Patience.TotalSeconds:0} seconds");
        }
    }

    private HttpRequestMessage Request(StatusMessage message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, target.Url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(message.Body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add("Idempotency-Key", message.Id);
        if (target.Secret is { Length: > 0 } secret)
        {
            var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            request.Headers.Add("X-Event-Timestamp", timestamp);
            request.Headers.Add("X-Event-Signature", WebhookPost.Signature(secret, timestamp, message.Body));
        }

        return request;
    }

    private static Reception Judge(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => new Reception.Taken(),
        >= 500 => new Reception.NotNow($"status {(int)status}"),
        _ when Passing.Contains(status) => new Reception.NotNow($"status {(int)status}"),
        _ => new Reception.Never($"status {(int)status}"),
    };
}
