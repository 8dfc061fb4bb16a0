using System.Collections.Frozen;

namespace TaskOrchestration.Api.Rest;

/// <summary>A kind of problem. docs/problems.md has a paragraph on each.</summary>
/// <param name="Code">Lower-case words joined by hyphens; the last part of the problem's type.</param>
/// <param name="Status">The HTTP status it comes with.</param>
/// <param name="Title">What it is, the same for every problem of the kind.</param>
internal sealed record ProblemCode(string Code, int Status, string Title)
{
    /// <summary>Every kind there is.</summary>
    public static readonly IReadOnlyList<ProblemCode> All =
    [
        new("bad-request", 400, "The request is not HTTP as it should be"),
        new("invalid-body", 400, "The body has faults"),
        new("invalid-cursor", 400, "The cursor was not given out for this query"),
        new("invalid-parameter", 400, "A parameter has a fault"),
        new("malformed-json", 400, "The body is not JSON"),
        new("digest-mismatch", 400, "The content does not have the digest that was announced"),
        new("unauthenticated", 401, "Credentials are needed"),
        new("forbidden", 403, "The caller may not do this"),
        new("not-found", 404, "There is no such thing"),
        new("route-not-found", 404, "There is no such route"),
        new("method-not-allowed", 405, "The route does not take this method"),
        new("request-timeout", 408, "The request came too slowly"),
        new("already-exists", 409, "There is such a thing already"),
        new("idempotency-key-in-use", 409, "A request with this idempotency key is under way"),
        new("answer-not-repeatable", 409, "The answer to this idempotency key is given only once"),
        new("too-many-attachments", 409, "The task has as many attachments as it may have"),
        new("wrong-status", 409, "Its status does not allow this"),
        new("precondition-failed", 412, "It has been changed since, or is not there"),
        new("too-large", 413, "The body is too large"),
        new("unsupported-media-type", 415, "The body is of a type that is not taken here"),
        new("range-not-satisfiable", 416, "The content has no such range"),
        new("wrong-host", 421, "The server does not go by this name"),
        new("idempotency-key-reused", 422, "The idempotency key was used for another request"),
        new("invalid-submission", 422, "Its workflow could not carry this out"),
        new("precondition-required", 428, "If-Match is needed"),
        new("too-many-requests", 429, "There have been too many requests"),
        new("headers-too-large", 431, "The headers are too large"),
        new("internal-error", 500, "The server failed"),
        new("unavailable", 503, "The server takes nothing on at the moment"),
    ];

    private static readonly FrozenDictionary<string, ProblemCode> ByCode = All.ToFrozenDictionary(code => code.Code);

    /// <summary>The kind with this code.</summary>
    public static ProblemCode? Named(string code) => ByCode.GetValueOrDefault(code);
}
