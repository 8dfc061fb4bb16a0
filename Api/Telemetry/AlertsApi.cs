using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Telemetry;

/// <summary>Maps what is known of alerts.</summary>
internal static class AlertsApi
{
    /// <summary>Answers <c>GET /alerts</c> in the group of the REST API.</summary>
    public static IEndpointRouteBuilder MapAlerts(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        var routes = api.ServiceProvider.GetRequiredService<AlertRoutes>();
        api.MapOperation(
            new Operation
            {
                Id = "listAlerts",
                Method = HttpMethods.Get,
                Pattern = "/alerts",
                Tag = "Operations",
                Summary = "Lists the alert rules with how they stand and since when.",
                Answers = [new(200, "The rules, in the order of their definition.", typeof(AlertList))],
            },
            routes.ListAsync).AllowRoles(Roles.Viewer | Roles.Operator);
        return api;
    }
}
