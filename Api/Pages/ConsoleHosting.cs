using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Pages;

/// <summary>Puts the console into a host.</summary>
public static class ConsoleHosting
{
    private static readonly string[] Others = ["/api", "/openapi", "/health", "/metrics"];

    private static readonly EndpointMetadataCollection Public = new(new AccessRule(Roles.None, IsPublic: true));

    /// <summary>Registers it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The settings, with the section <c>Console</c>: its <c>Folder</c>.</param>
    internal static IServiceCollection AddConsole(this IServiceCollection services, IConfiguration? settings)
    {
        var console = settings?.GetSection("Console").Get<ConsoleSettings>() ?? new ConsoleSettings();
        return services.AddSingleton(console).AddSingleton(_ => new ConsoleFolder(console.Folder)).AddSingleton<ConsolePages>();
    }

    /// <summary>Finds the console's page or file for requests that no route was found for. Comes after routing and before access control.</summary>
    public static IApplicationBuilder UseConsole(this IApplicationBuilder application)
    {
        ArgumentNullException.ThrowIfNull(application);
        var pages = application.ApplicationServices.GetRequiredService<ConsolePages>();
        var page = new Endpoint(pages.ShowPageAsync, Public, "console page");
        return application.Use((context, next) =>
        {
            if (context.GetEndpoint() is null && Reads(context.Request))
            {
                context.SetEndpoint(EndpointFor(context.Request, pages, page));
            }

            return next(context);
        });
    }

    private static Endpoint? EndpointFor(HttpRequest request, ConsolePages pages, Endpoint page) => pages.Find(request.Path) is { } file
        ? new Endpoint(context => ConsolePages.ShowAsync(context, file), Public, "console file")
        : pages.IsBuilt && WantsPage(request) ? page : null;

    private static bool Reads(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>Whether a person has opened an address in a browser, and not a program asked for something that is not there.</summary>
    private static bool WantsPage(HttpRequest request) =>
        !Array.Exists(Others, other => request.Path.StartsWithSegments(other, StringComparison.OrdinalIgnoreCase))
        && request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
