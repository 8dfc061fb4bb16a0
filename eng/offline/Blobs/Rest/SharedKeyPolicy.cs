using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Storage.Blobs.Rest;

/// <summary>Signs requests with the key of the account.</summary>
/// <seealso href="https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key">Authorize with Shared Key</seealso>
internal sealed class SharedKeyPolicy(string account, byte[] key) : HttpPipelineSynchronousPolicy
{
    private static readonly string[] SignedHeaders =
    [
        "Content-Encoding", "Content-Language", "Content-Length", "Content-MD5", "Content-Type", "Date",
        "If-Modified-Since", "If-Match", "If-None-Match", "If-Unmodified-Since", "Range",
    ];

    public override void OnSendingRequest(HttpMessage message)
    {
        var signature = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Signed(message.Request)));
        message.Request.Headers.SetValue("Authorization", $"SharedKey {account}:{Convert.ToBase64String(signature)}");
    }

    private string Signed(Request request)
    {
        var uri = request.Uri.ToUri();
        var lines = new List<string> { request.Method.Method };
        lines.AddRange(SignedHeaders.Select(name => Header(request, name)));
        lines.AddRange(request.Headers
            .Select(header => (Name: header.Name.ToLowerInvariant(), header.Value))
            .Where(header => header.Name.StartsWith("x-ms-", StringComparison.Ordinal))
            .OrderBy(header => header.Name, StringComparer.Ordinal)
            .Select(header => $"{header.Name}:{header.Value.Trim()}"));
        lines.Add($"/{account}{uri.AbsolutePath}");
        lines.AddRange(uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .OrderBy(pair => pair[0], StringComparer.Ordinal)
            .Select(pair => $"{pair[0]}:{Uri.UnescapeDataString(pair.Length == 2 ? pair[1] : "")}"));
        return string.Join('\n', lines);
    }

    /// <summary>A header as it is signed: a length of nought is not.</summary>
    private static string Header(Request request, string name) =>
        request.Headers.TryGetValue(name, out var value) && !(name == "Content-Length" && value == "0") ? value : "";
}
