using Microsoft.AspNetCore.Http;

namespace TaskOrchestration.Api.Rest.Answers;

/// <summary>The digest of a content in a header (RFC 9530). SHA-256 is understood; what else is announced is left alone.</summary>
internal static class ContentDigest
{
    public const string Header = "Content-Digest";
    public const string OfRepresentation = "Repr-Digest";

    private const string Sha256 = "sha-256=:";

    /// <summary>The header for a SHA-256 in hexadecimal digits.</summary>
    public static string Of(string sha256) => $"{Sha256}{Convert.ToBase64String(Convert.FromHexString(sha256))}:";

    /// <summary>The SHA-256 that was announced, or null if none was.</summary>
    /// <exception cref="ProblemException">A header that cannot be read.</exception>
    public static byte[]? Announced(string? header)
    {
        if (header is null)
        {
            return null;
        }

        foreach (var item in header.Split(',', StringSplitOptions.TrimEntries))
        {
            if (item.StartsWith(Sha256, StringComparison.Ordinal))
            {
                var digest = new byte[32];
                return item.EndsWith(':') && Convert.TryFromBase64String(item[Sha256.Length..^1], digest, out var length) && length == digest.Length ? digest : throw Unreadable(header);
            }
        }

        return header.Contains("=:", StringComparison.Ordinal) ? null : throw Unreadable(header);
    }

    private static ProblemException Unreadable(string header) => new(
        StatusCodes.Status400BadRequest,
        "invalid-parameter",
        $"{Header}: Expected sha-256=:BASE64:, found {header}.",
        new FieldProblem(Header, $"Expected sha-256=:BASE64:, found {header}."));
}
