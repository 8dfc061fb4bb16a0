using Microsoft.AspNetCore.Http;

namespace TaskOrchestration.Api.Pages;

/// <summary>What browsers may do with the console: load from this server and run what it has as files, nothing else.</summary>
internal static class ConsoleHeaders
{
    /// <summary>What stands in the page for the nonce of an answer.</summary>
    public const string NoncePlaceholder = "__CSP_NONCE__";

    /// <summary>For the page. Style elements are made by scripts as well (the editor's); they have to know the nonce, which no text that is shown does.</summary>
    public static void AddTo(HttpResponse response, string nonce)
    {
        response.Headers.ContentSecurityPolicy =
            $"default-src 'self'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
            + "manifest-src 'self'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }

    /// <summary>For its files. A worker goes by the policy that its own script comes with.</summary>
    public static void AddTo(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
