using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.Orchestrations.Access;

namespace TaskOrchestration.Benchmarks.Guarding;

/// <summary>The bytes of a StartExecution, as a client with the given credentials sends them.</summary>
internal static class StartRequests
{
    private const string Target = "AWSStepFunctions.StartExecution";

    public static byte[] Bare(StartServer server) => Written(server, []);

    public static byte[] WithKey(StartServer server, IssuedKey key) => Written(server, [$"X-Api-Key: {key.Key.Id}.{key.Secret}"]);

    /// <summary>Signed as AWS's SDKs for Python and JavaScript sign; good for five minutes.</summary>
    public static byte[] Signed(StartServer server, IssuedKey key)
    {
        var time = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{time[..8]}/us-east-1/states/aws4_request";
        const string Names = "content-type;host;x-amz-date;x-amz-target";
        var canonical = $"POST\n/\n\ncontent-type:application/x-amz-json-1.0\nhost:{server.Address.Authority}\nx-amz-date:{time}\nx-amz-target:{Target}\n\n{Names}\n{Hash(Body(server))}";
        var secret = new[] { time[..8], "us-east-1", "states", "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes($"AWS4{key.Secret}"), Keyed);
        var signature = Convert.ToHexStringLower(Keyed(secret, $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hash(canonical)}"));
        return Written(server, [$"X-Amz-Date: {time}", $"Authorization: AWS4-HMAC-SHA256 Credential={key.Key.Id}/{scope}, SignedHeaders={Names}, Signature={signature}"]);
    }

    private static byte[] Written(StartServer server, IEnumerable<string> credentials)
    {
        var body = Body(server);
        string[] lines =
        [
            "POST / HTTP/1.1", $"Host: {server.Address.Authority}", "User-Agent: bench/1.0", "Content-Type: application/x-amz-json-1.0", $"X-Amz-Target: {Target}",
            .. credentials, $"Content-Length: {body.Length}", "", body,
        ];
        return Encoding.ASCII.GetBytes(string.Join("\r\n", lines));
    }

    private static string Body(StartServer server) =>
        $$"""{"stateMachineArn":"{{server.Machine}}","input":"{\"orderId\":\"order-00000001\",\"amount\":\"44.80\",\"currency\":\"EUR\"}"}""";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static byte[] Keyed(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
