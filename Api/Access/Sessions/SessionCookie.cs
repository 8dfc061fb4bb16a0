using Microsoft.AspNetCore.Http;

namespace TaskOrchestration.Api.Access.Sessions;

/// <summary>The cookie that a browser keeps a session in. No script reads it, and no other site's page has it sent along.</summary>
internal static class SessionCookie
{
    /// <summary>What the browser shows; none if it shows nothing.</summary>
    public static string? Read(HttpRequest request) => request.Cookies.TryGetValue(Name(request), out var value) && value.Length > 0 ? value : null;

    public static void Write(HttpContext context, string value, DateTimeOffset expires)
    {
        var options = Options(context.Request, SameSiteMode.Strict, "/");
        options.Expires = expires;
        context.Response.Cookies.Append(Name(context.Request), value, options);
    }

    public static void Delete(HttpContext context) => context.Response.Cookies.Delete(Name(context.Request), Options(context.Request, SameSiteMode.Strict, "/"));

    /// <summary>How the cookies of signing in are kept.</summary>
    public static CookieOptions Options(HttpRequest request, SameSiteMode sameSite, string path) =>
        new() { HttpOnly = true, Secure = request.IsHttps, SameSite = sameSite, Path = path, IsEssential = true };

    // Browsers do not tell the ports of a machine apart, so that two servers there would take each other's cookie for their own.
    private static string Name(HttpRequest request) => request.IsHttps ? "__Host-taskorch" : $"taskorch-{request.Host.Port ?? 80}";
}
