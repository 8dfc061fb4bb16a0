using Microsoft.AspNetCore.Http;

namespace TaskOrchestration.Api.Access;

/// <summary>Why a request is turned away before any endpoint sees it, in the words of both kinds of API.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The last part of the problem's type on the REST API.</param>
/// <param name="AwsCode">AWS's name for it.</param>
/// <param name="Detail">What was expected and what was found.</param>
internal sealed record Denial(int Status, string Code, string AwsCode, string Detail)
{
    /// <summary>The status on the Step Functions API, where AWS has another one.</summary>
    public int AwsStatus { get; init; } = Status == StatusCodes.Status401Unauthorized ? StatusCodes.Status403Forbidden : Status;

    /// <summary>In how many seconds another try makes sense.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Whether somebody showed credentials that are wrong, as one who guesses does.</summary>
    public bool IsFailedLogin { get; init; }

    public static Denial NoCredentials() => new(401, "unauthenticated", "MissingAuthenticationTokenException", "Missing Authentication Token. Expected an API key, a signature made with one, or a bearer token.");

    public static Denial EndedSession() => new(401, "unauthenticated", "ExpiredTokenException", "The session has ended: by signing out, after its twelve hours, or with the API key or the secret it was opened with. Sign in again.");

    public static Denial UnknownCredentials(string detail) => new(401, "unauthenticated", "UnrecognizedClientException", detail) { IsFailedLogin = true };

    public static Denial MalformedCredentials(string detail) => new(401, "unauthenticated", "IncompleteSignatureException", detail) { IsFailedLogin = true };

    public static Denial WrongSignature(string detail) => new(401, "unauthenticated", "InvalidSignatureException", detail) { IsFailedLogin = true };

    public static Denial Forbidden(string detail) => new(403, "forbidden", "AccessDeniedException", detail);

    public static Denial Throttled(string detail, int retryAfter) =>
        new(429, "too-many-requests", "ThrottlingException", detail) { AwsStatus = StatusCodes.Status400BadRequest, RetryAfter = retryAfter };

    public static Denial TooLarge(long limit) => new(413, "too-large", "RequestEntityTooLargeException", $"Expected a body of at most {limit} bytes, found more.");

    public static Denial Unavailable(string detail) => new(503, "unavailable", "ServiceUnavailable", detail) { RetryAfter = 5 };

    public static Denial WrongHost(string detail) => new(421, "wrong-host", "AccessDeniedException", detail);
}
