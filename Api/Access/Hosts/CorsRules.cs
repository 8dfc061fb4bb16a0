using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace TaskOrchestration.Api.Access.Hosts;

/// <summary>Tells browsers that the pages of some other sites may use the API, with credentials that the page itself sends: a browser never adds its own.</summary>
/// <seealso href="https://fetch.spec.whatwg.org/#http-cors-protocol">The CORS protocol</seealso>
internal sealed class CorsRules(CorsOptions options)
{
    private const string Methods = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private const string SecondsKept = "600";

    private const string Shown =
        "Content-Disposition, ETag, Idempotency-Replayed, Link, Location, RateLimit, RateLimit-Policy, Retry-After, x-amzn-RequestId, X-Request-Id, X-Server-Time";

    private static readonly HashSet<string> Sent = new(
        ["Accept", "Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match", "Last-Event-ID", "Range", "X-Api-Key"], StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> origins = new(options.AllowedOrigins, StringComparer.Ordinal);

    /// <summary>Whether pages of this origin may use the API.</summary>
    public bool Allows(string origin) => origins.Contains(origin);

    /// <summary>Has the answer say so, if a page of such an origin asks.</summary>
    /// <returns>Whether that is all there is to answer: the browser only wanted to know.</returns>
    public bool Answer(HttpContext context)
    {
        if (origins.Count == 0)
        {
            return false;
        }

        var headers = context.Response.Headers;
        headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        var origin = context.Request.Headers.Origin.ToString();
        if (!Allows(origin))
        {
            return false;
        }

        headers.AccessControlAllowOrigin = origin;
        if (!IsPreflight(context.Request))
        {
            headers.AccessControlExposeHeaders = Shown;
            return false;
        }

        headers.AccessControlAllowMethods = Methods;
        headers.AccessControlMaxAge = SecondsKept;
        if (Allowed(context.Request.Headers.AccessControlRequestHeaders.ToString()) is { Length: > 0 } allowed)
        {
            headers.AccessControlAllowHeaders = allowed;
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return true;
    }

    private static bool IsPreflight(HttpRequest request) => HttpMethods.IsOptions(request.Method) && request.Headers.AccessControlRequestMethod.Count > 0;

    private static string Allowed(string asked) => string.Join(", ", asked.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Where(name => Sent.Contains(name) || name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("amz-sdk-", StringComparison.OrdinalIgnoreCase)));
}
