using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;

namespace TaskOrchestration.Api.Overview;

/// <summary>Maps what a dashboard shows.</summary>
internal static class OverviewApi
{
    /// <summary>Answers <c>GET /overview</c> in the group of the REST API.</summary>
    public static IEndpointRouteBuilder MapOverview(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        var services = api.ServiceProvider;
        var routes = new Lazy<OverviewRoutes>(() => ActivatorUtilities.CreateInstance<OverviewRoutes>(services, ActivatorUtilities.CreateInstance<CensusTaking>(services)));
        api.MapOperation<OverviewQuery>(
            new Operation
            {
                Id = "getOverview",
                Method = HttpMethods.Get,
                Pattern = "/overview",
                Tag = "Metrics",
                Summary = "Says how things stand, for a dashboard.",
                Description = "What the caller may not see is missing. Of very many executions the newest are looked at.",
                Answers = [new(200, "How things stand.", typeof(OverviewView))],
            },
            (context, query) => routes.Value.DescribeAsync(context, query)).AllowCallers().KeepToMachines();
        return api;
    }
}
