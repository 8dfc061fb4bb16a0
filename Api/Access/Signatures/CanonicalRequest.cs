using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TaskOrchestration.Api.Access.Signatures;

/// <summary>A request in the one form that both sides sign.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a signed AWS API request</seealso>
internal static class CanonicalRequest
{
    public const string SignatureParameter = "X-Amz-Signature";

    /// <summary>The form.</summary>
    /// <param name="request">The request, whose path and query are taken as they were sent.</param>
    /// <param name="signedHeaders">The names of the signed headers, in lower case.</param>
    /// <param name="payload">The hash of the body, or the word that stands for it.</param>
    public static string Of(HttpRequest request, IReadOnlyList<string> signedHeaders, string payload)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var (path, query) = Split(target);
        var text = new StringBuilder(512).Append(request.Method).Append('\n').Append(Path(path)).Append('\n').Append(Query(query)).Append('\n');
        foreach (var name in signedHeaders)
        {
            text.Append(name).Append(':').AppendJoin(',', request.Headers[name].Select(Trimmed)).Append('\n');
        }

        return text.Append('\n').AppendJoin(';', signedHeaders).Append('\n').Append(payload).ToString();
    }

    /// <summary>The path and the query of what was asked for. A client that thinks this server is a proxy sends the whole address.</summary>
    public static (string Path, string Query) Split(string target)
    {
        var at = target.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = at < 0 ? (target, "") : (target[..at], target[(at + 1)..]);
        var scheme = path.IndexOf("://", StringComparison.Ordinal);
        if (scheme > 0)
        {
            var slash = path.IndexOf('/', scheme + 3);
            path = slash < 0 ? "/" : path[slash..];
        }

        return (path, query);
    }

    /// <summary>Without dot segments and doubled slashes, and encoded once more than it was sent, as every service but S3 has it.</summary>
    private static string Path(string path)
    {
        if (path == "/")
        {
            return path;
        }

        var kept = new List<string>();
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var segment in segments)
        {
            if (segment == ".." && kept.Count > 0)
            {
                kept.RemoveAt(kept.Count - 1);
            }
            else if (segment is not "." and not "..")
            {
                kept.Add(Encode(segment));
            }
        }

        return kept.Count == 0 ? "/" : $"/{string.Join('/', kept)}{(path.EndsWith('/') ? "/" : "")}";
    }

    private static string Query(string query)
    {
        if (query.Length == 0)
        {
            return query;
        }

        var pairs = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (Name: Encode(Decode(pair[0])), Value: pair.Length > 1 ? Encode(Decode(pair[1])) : ""))
            .Where(pair => pair.Name != SignatureParameter)
            .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal);
        return string.Join('&', pairs.Select(pair => $"{pair.Name}={pair.Value}"));
    }

    private static string Trimmed(string? value) => value is not null && !value.Contains(' ')
        ? value
        : string.Join(' ', (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));

    // To the server a plus sign is a blank: what is signed has to be what is read.
    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string Encode(string text) => Uri.EscapeDataString(text);
}
