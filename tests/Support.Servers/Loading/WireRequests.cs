using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.Support.Servers.Loading;

/// <summary>Writes requests to the Step Functions API as they go over the wire, signed as AWS's SDKs sign them if there is a key.</summary>
/// <remarks>Each is signed by itself; what an SDK also does once only, deriving the day's key, is done once here.</remarks>
internal sealed class WireRequests(Uri endpoint, string? apiKey)
{
    private const string Region = "us-east-1";
    private const string Names = "content-type;host;x-amz-date;x-amz-target";

    private readonly string keyId = apiKey?.Split('.')[0] ?? "";
    private readonly string secret = apiKey?.Split('.')[1] ?? "";
    private byte[] buffer = new byte[4 * 1024];
    private long second;
    private string time = "";
    private byte[] signingKey = [];

    /// <summary>A request. It is good until the next one is written.</summary>
    public ReadOnlyMemory<byte> Write(string action, string body)
    {
        var length = Encoding.UTF8.GetByteCount(body);
        var head = $"POST / HTTP/1.1\r\nHost: {endpoint.Authority}\r\nUser-Agent: load/1.0\r\nContent-Type: application/x-amz-json-1.0\r\nX-Amz-Target: AWSStepFunctions.{action}\r\n"
            + $"{(apiKey is null ? "" : Credentials(action, body))}Content-Length: {length}\r\n\r\n";
        if (buffer.Length < head.Length + length)
        {
            buffer = new byte[2 * (head.Length + length)];
        }

        Encoding.ASCII.GetBytes(head, buffer);
        Encoding.UTF8.GetBytes(body, buffer.AsSpan(head.Length));
        return buffer.AsMemory(0, head.Length + length);
    }

    private string Credentials(string action, string body)
    {
        LookAtTheClock();
        var scope = $"{time[..8]}/{Region}/states/aws4_request";
        var canonical = $"POST\n/\n\ncontent-type:application/x-amz-json-1.0\nhost:{endpoint.Authority}\nx-amz-date:{time}\nx-amz-target:AWSStepFunctions.{action}\n\n{Names}\n{Hash(body)}";
        var signature = Convert.ToHexStringLower(Keyed(signingKey, $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hash(canonical)}"));
        return $"X-Amz-Date: {time}\r\nAuthorization: AWS4-HMAC-SHA256 Credential={keyId}/{scope}, SignedHeaders={Names}, Signature={signature}\r\n";
    }

    private void LookAtTheClock()
    {
        var now = DateTimeOffset.UtcNow;
        if (now.ToUnixTimeSeconds() is var current && current == second)
        {
            return;
        }

        var day = time.Length == 0 ? "" : time[..8];
        second = current;
        time = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        if (time[..8] != day)
        {
            signingKey = new[] { time[..8], Region, "states", "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes($"AWS4{secret}"), Keyed);
        }
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static byte[] Keyed(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
