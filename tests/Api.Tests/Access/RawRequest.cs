using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.Api.Tests.Access;

/// <summary>A request as it goes over the wire, whatever a client library would think of it.</summary>
internal sealed record RawRequest(string Method, string Path, string Query, ImmutableList<(string Name, string Value)> Headers, string Body)
{
    private string Target => Query.Length == 0 ? Path : $"{Path}?{Query}";

    /// <summary>The bytes to send.</summary>
    public byte[] Bytes()
    {
        var body = Encoding.UTF8.GetBytes(Body);
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Method} {Target} HTTP/1.1\r\n");
        foreach (var (name, value) in Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n");
        return [.. Encoding.UTF8.GetBytes(head.ToString()), .. body];
    }

    public string Header(string name) => Headers.First(header => header.Name == name).Value;

    public RawRequest With(string name, string value) => this with { Headers = Headers.Replace(Headers.First(header => header.Name == name), (name, value)) };

    /// <summary>The request with a signature in its header.</summary>
    public RawRequest Signed(string key, DateTimeOffset time, string service, bool announcesHash = false)
    {
        var stamp = time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var all = Headers.Add(("X-Amz-Date", stamp));
        all = announcesHash ? all.Add(("X-Amz-Content-Sha256", AwsSigner.Hash(Body))) : all;
        var (names, signature, scope) = Sign(key, stamp, service, all, Query, AwsSigner.Hash(Body));
        return this with { Headers = all.Add(("Authorization", $"AWS4-HMAC-SHA256 Credential={key.Split('.')[0]}/{scope}, SignedHeaders={names}, Signature={signature}")) };
    }

    /// <summary>The request with a signature in its query.</summary>
    public RawRequest Presigned(string key, DateTimeOffset time, string service, int seconds)
    {
        var stamp = time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var names = string.Join("%3B", Headers.Select(header => header.Name.ToLowerInvariant()).Order(StringComparer.Ordinal));
        var query = $"{Query}{(Query.Length == 0 ? "" : "&")}X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={key.Split('.')[0]}%2F{stamp[..8]}%2Fus-east-1%2F{service}%2Faws4_request"
            + $"&X-Amz-Date={stamp}&X-Amz-Expires={seconds}&X-Amz-SignedHeaders={names}";
        var (_, signature, _) = Sign(key, stamp, service, Headers, query, AwsSigner.Hash(Body));
        return this with { Query = $"{query}&X-Amz-Signature={signature}" };
    }

    private (string Names, string Signature, string Scope) Sign(string key, string stamp, string service, ImmutableList<(string Name, string Value)> headers, string query, string hash)
    {
        var sorted = headers.OrderBy(header => header.Name.ToLowerInvariant(), StringComparer.Ordinal).ToList();
        var names = string.Join(';', sorted.Select(header => header.Name.ToLowerInvariant()));
        var scope = $"{stamp[..8]}/us-east-1/{service}/aws4_request";
        var parameters = string.Join('&', query.Split('&', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        var canonical = $"{Method}\n{Path}\n{parameters}\n{string.Concat(sorted.Select(header => $"{header.Name.ToLowerInvariant()}:{header.Value}\n"))}\n{names}\n{hash}";
        var signing = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes($"AWS4{key.Split('.')[1]}"), (derived, part) => HMACSHA256.HashData(derived, Encoding.UTF8.GetBytes(part)));
        return (names, Convert.ToHexStringLower(HMACSHA256.HashData(signing, Encoding.UTF8.GetBytes($"AWS4-HMAC-SHA256\n{stamp}\n{scope}\n{AwsSigner.Hash(canonical)}"))), scope);
    }
}
