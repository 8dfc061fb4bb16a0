using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.Orchestrations.Alerts;

/// <summary>Posts notices to a URL.</summary>
/// <remarks>
/// The headers: <c>Idempotency-Key</c> is the notice's id, the same for every attempt; <c>X-Alert-Timestamp</c> is the moment of this attempt in seconds
/// since the epoch; <c>X-Alert-Signature</c> is <c>sha256=</c> and the HMAC-SHA256 of timestamp, a full stop and body, under the secret, in hexadecimal digits.
/// </remarks>
public sealed class WebhookPost(HttpClient http, AlertOptions options, TimeProvider time)
{
    /// <summary>Offers a notice.</summary>
    /// <exception cref="HttpRequestException">The receiver cannot be reached.</exception>
    public async Task<HttpStatusCode> SendAsync(AlertNotice notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.WebhookUrl);
        request.Content = new StringContent(notice.Body, Encoding.UTF8, "application/json");
        request.Headers.Add("Idempotency-Key", notice.Id);
        if (options.WebhookSecret is { Length: > 0 } secret)
        {
            var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            request.Headers.Add("X-Alert-Timestamp", timestamp);
            request.Headers.Add("X-Alert-Signature", Signature(secret, timestamp, notice.Body));
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return response.StatusCode;
    }

    /// <summary>What a receiver compares the signature with.</summary>
    public static string Signature(string secret, string timestamp, string body) =>
        $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")))}";
}
