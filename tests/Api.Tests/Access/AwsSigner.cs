using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.Api.Tests.Access;

/// <summary>Signs requests as a client does, with code of its own.</summary>
internal sealed record AwsSigner(string Id, string Secret, DateTimeOffset Time, string Service = "states")
{
    public string[] AlsoSigned { get; init; } = [];

    private string Stamp => Time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private string Scope => $"{Stamp[..8]}/us-east-1/{Service}/aws4_request";

    public static AwsSigner Of(string key, DateTimeOffset time) => new(key.Split('.')[0], key.Split('.')[1], time);

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Signs the header. The headers to be signed are on the request already.</summary>
    public void Sign(HttpRequestMessage request, string host, string payloadHash)
    {
        request.Headers.Add("X-Amz-Date", Stamp);
        var headers = request.Headers.Where(header => header.Key.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase) || AlsoSigned.Contains(header.Key))
            .Select(header => (Name: header.Key.ToLowerInvariant(), Value: string.Join(',', header.Value))).Append(("host", host))
            .OrderBy(header => header.Item1, StringComparer.Ordinal).ToList();
        var names = string.Join(';', headers.Select(header => header.Item1));
        var parts = request.RequestUri!.OriginalString.Split('?');
        var query = parts.Length > 1 ? string.Join('&', parts[1].Split('&').Order(StringComparer.Ordinal)) : "";
        var canonical = $"{request.Method}\n{parts[0]}\n{query}\n{string.Concat(headers.Select(header => $"{header.Item1}:{header.Item2}\n"))}\n{names}\n{payloadHash}";
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={Id}/{Scope}, SignedHeaders={names}, Signature={Signature(canonical)}");
    }

    /// <summary>A path and query that anybody may use for a while.</summary>
    public string Presign(string method, string path, string query, string host, int seconds)
    {
        var all = string.Join('&', $"{query}&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={Uri.EscapeDataString($"{Id}/{Scope}")}&X-Amz-Date={Stamp}&X-Amz-Expires={seconds}&X-Amz-SignedHeaders=host"
            .Split('&', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        return $"{path}?{all}&X-Amz-Signature={Signature($"{method}\n{path}\n{all}\nhost:{host}\n\nhost\n{Hash("")}")}";
    }

    private string Signature(string canonical)
    {
        var key = Keyed(Keyed(Keyed(Keyed(Encoding.UTF8.GetBytes($"AWS4{Secret}"), Stamp[..8]), "us-east-1"), Service), "aws4_request");
        return Convert.ToHexStringLower(Keyed(key, $"AWS4-HMAC-SHA256\n{Stamp}\n{Scope}\n{Hash(canonical)}"));
    }

    private static byte[] Keyed(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
