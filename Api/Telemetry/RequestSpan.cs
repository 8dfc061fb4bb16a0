using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TaskOrchestration.Api.Telemetry;

/// <summary>The span that ASP.NET Core begins for a request: it does not say itself what was asked for, nor how that went.</summary>
/// <seealso href="https://opentelemetry.io/docs/specs/semconv/http/http-spans/">HTTP spans in OpenTelemetry's conventions</seealso>
internal static class RequestSpan
{
    /// <summary>Says it of a request that has been answered.</summary>
    /// <param name="context">The request.</param>
    /// <param name="route">The pattern of the route that answered.</param>
    /// <param name="exception">What kept it from an answer; it is answered with a server's error further out.</param>
    public static void Describe(HttpContext context, string route, Exception? exception = null)
    {
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } span)
        {
            return;
        }

        var status = exception is null ? context.Response.StatusCode : StatusCodes.Status500InternalServerError;
        span.DisplayName = $"{context.Request.Method} {route}";
        span.SetTag("http.request.method", context.Request.Method);
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            span.SetStatus(ActivityStatusCode.Error, exception?.Message);
            span.SetTag("error.type", exception?.GetType().FullName ?? $"{status}");
        }
    }
}
