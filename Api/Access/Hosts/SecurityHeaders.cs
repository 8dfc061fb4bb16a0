using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace TaskOrchestration.Api.Access.Hosts;

/// <summary>The headers that keep browsers from doing more with an answer than it is for. What an endpoint has set itself stays.</summary>
internal static class SecurityHeaders
{
    public static void AddTo(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, "default-src 'none'; frame-ancestors 'none'");
        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers.TryAdd(HeaderNames.CacheControl, "no-store");
        if (context.Request.IsHttps)
        {
            headers.TryAdd(HeaderNames.StrictTransportSecurity, "max-age=31536000");
        }
    }
}
