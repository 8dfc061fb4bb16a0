using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TaskOrchestration.Api.Listing;
using TaskOrchestration.Api.Rest.Idempotency;

namespace TaskOrchestration.Api.Rest;

/// <summary>Puts the REST API's conventions into a host.</summary>
public static class RestApi
{
    /// <summary>Where all its operations are.</summary>
    public const string Root = "/api/v1";

    private const string Documents = "/openapi";

    /// <summary>Registers what the operations share. The host registers an <c>IIdempotencyStore</c> and, if time is not the system's, a <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddRestApi(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddListing();
        services.TryAddSingleton<RequestsUnderWay>();
        return services;
    }

    /// <summary>Gives every request an id, every answer the time and every failure under the API's paths a problem. Comes before all other middleware.</summary>
    public static IApplicationBuilder UseRestApi(this IApplicationBuilder application) => application.UseMiddleware<RestMiddleware>();

    /// <summary>The group that every operation is mapped in.</summary>
    internal static RouteGroupBuilder MapRestApi(this IEndpointRouteBuilder endpoints) => endpoints.MapGroup(Root);

    /// <summary>Whether failures at a path are answered with problems.</summary>
    internal static bool Covers(PathString path) => path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments(Documents, StringComparison.OrdinalIgnoreCase);
}
