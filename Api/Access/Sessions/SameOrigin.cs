using Microsoft.AspNetCore.Http;

namespace TaskOrchestration.Api.Access.Sessions;

/// <summary>Whether a request comes from a page of this server itself, and not from another one that the browser happens to show.</summary>
/// <remarks>
/// Browsers say so in Sec-Fetch-Site, those before it in Origin, and no page can change either. A cookie goes with requests of other ports of this
/// machine as well, for those are the same site to a browser: that is why it alone proves nothing.
/// </remarks>
internal static class SameOrigin
{
    private const string FetchSite = "Sec-Fetch-Site";

    /// <summary>Why a request with a session is turned away, if it is. One that only reads never is: what it reads, no other page can see.</summary>
    public static Denial? Complaint(HttpContext context) => context.Features.Get<Session>() is null || Reads(context.Request.Method) || IsOwn(context.Request)
        ? null
        : Denial.Forbidden("Expected a request of the console's own pages, for it comes with the console's session; found one that does not say so. Use an API key outside the console.");

    /// <summary>Whether a browser says that a page of somebody else has sent it. A client that is no browser says nothing.</summary>
    public static bool IsForeign(HttpRequest request) => (request.Headers.ContainsKey(FetchSite) || request.Headers.Origin.Count > 0) && !IsOwn(request);

    /// <summary>Whether a browser says that one of this server's own pages has sent it.</summary>
    public static bool IsOwn(HttpRequest request) => request.Headers[FetchSite].ToString() is { Length: > 0 } site
        ? site == "same-origin"
        : Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var page)
            && page.Scheme == request.Scheme && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);

    private static bool Reads(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
