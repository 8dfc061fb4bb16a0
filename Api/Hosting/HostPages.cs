using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Access;

namespace TaskOrchestration.Api.Hosting;

/// <summary>The pages a host has beside its API: what it is, whether it lives, whether it is ready.</summary>
public static class HostPages
{
    /// <summary>The tag of the health checks that decide whether the host is ready.</summary>
    public const string ReadyTag = "ready";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Registers what the pages need. A host adds its own health checks with the tag <see cref="ReadyTag"/>.</summary>
    public static IServiceCollection AddHostPages(this IServiceCollection services)
    {
        services.AddHealthChecks();
        return services;
    }

    /// <summary>Answers <c>GET /</c>, <c>/health/live</c> (the process answers) and <c>/health/ready</c> (every check with the tag passes, else 503).</summary>
    public static IEndpointRouteBuilder MapHostPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/", Reading, ShowWelcomeAsync).AllowPublic();
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowPublic();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(ReadyTag) }).AllowPublic();
        return endpoints;
    }

    private static Task ShowWelcomeAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.WriteAsync(WelcomePage.For($"{context.Request.Scheme}://{context.Request.Host}"), context.RequestAborted);
    }
}
