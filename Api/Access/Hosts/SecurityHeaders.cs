using Microsoft.AspNetCore.Http;

namespace TaskOrchestration.Api.Access.Hosts;

/// <summary>The headers that keep browsers from doing more with an answer than it is for. What an endpoint has set itself stays.</summary>
internal static class SecurityHeaders
{
    public static void AddTo(HttpContext context) => context.Response.OnStarting(static state =>
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.TryAdd("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.TryAdd("X-Frame-Options", "DENY");
        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        headers.TryAdd("Cache-Control", "no-store");
        if (context.Request.IsHttps)
        {
            headers.TryAdd("Strict-Transport-Security", "max-age=31536000");
        }

        return Task.CompletedTask;
    }, context);
}
