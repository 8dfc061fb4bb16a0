using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Access.Sessions;
using TaskOrchestration.Api.Pages;
using TaskOrchestration.Api.Rest;

namespace TaskOrchestration.Api.Hosting;

/// <summary>The pages a host has beside its API: what it is, whether it lives, whether it is ready.</summary>
public static class HostPages
{
    /// <summary>The tag of the health checks that decide whether the host is ready.</summary>
    public const string ReadyTag = "ready";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Registers what the pages need, with the section <c>Console</c> of the settings. A host adds its own health checks with the tag <see cref="ReadyTag"/>.</summary>
    public static IServiceCollection AddHostPages(this IServiceCollection services, IConfiguration? settings = null)
    {
        services.AddHealthChecks();
        services.AddConsole(settings);
        return services;
    }

    /// <summary>Answers <c>GET /</c> and <c>/sign-in</c> with the console, <c>/health/live</c> (the process answers) and <c>/health/ready</c> (every check with the tag passes, else 503).</summary>
    internal static IEndpointRouteBuilder MapHostPages(this IEndpointRouteBuilder endpoints)
    {
        var console = new Lazy<ConsolePages>(() => endpoints.ServiceProvider.GetRequiredService<ConsolePages>());
        endpoints.MapMethods("/", Reading, context => console.Value.ShowPageAsync(context)).AllowPublic();
        SignInPages.Map(endpoints);
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false })
            .AllowPublic()
            .WithMetadata(Health("getLiveness", "/health/live", "Says whether the server lives.", new OperationAnswer(200, "It does.") { MediaType = "text/plain" }));
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(ReadyTag) })
            .AllowPublic()
            .WithMetadata(Health(
                "getReadiness",
                "/health/ready",
                "Says whether the server takes requests on.",
                new OperationAnswer(200, "It does.") { MediaType = "text/plain" },
                new OperationAnswer(503, "It does not.") { MediaType = "text/plain" }));
        return endpoints;
    }

    private static Operation Health(string id, string path, string summary, params OperationAnswer[] answers) => new()
    {
        Id = id,
        Method = HttpMethods.Get,
        Pattern = path,
        Tag = "About",
        Summary = summary,
        Answers = [.. answers],
        IsBare = true,
    };
}
