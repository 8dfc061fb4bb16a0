using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Rest.Idempotency;

/// <summary>The header by which a client may send the same request again without having it done twice.</summary>
/// <seealso href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The Idempotency-Key HTTP Header Field</seealso>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    public const int MaximumLength = 255;

    public static readonly Spelling Spelling = new("^[!-~]+$", "visible ASCII characters");

    /// <summary>The key of a request, or null if it has none.</summary>
    /// <exception cref="ProblemException">The header is there and is no key.</exception>
    public static string? Of(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Header, out var values))
        {
            return null;
        }

        return values is [{ Length: >= 1 and <= MaximumLength } key] && key.All(c => c is >= '!' and <= '~')
            ? key
            : throw new ProblemException(
                StatusCodes.Status400BadRequest,
                "invalid-parameter",
                $"{Header}: Expected one key of 1 to {MaximumLength} visible ASCII characters.",
                new FieldProblem(Header, $"Expected one key of 1 to {MaximumLength} visible ASCII characters."));
    }
}
