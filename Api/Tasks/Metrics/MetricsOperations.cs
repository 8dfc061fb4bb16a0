using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;

namespace TaskOrchestration.Api.Tasks.Metrics;

/// <summary>The operations on numbers.</summary>
internal static class MetricsOperations
{
    public static void Map(IEndpointRouteBuilder api, MetricsRoutes routes) =>
        api.MapOperation(
            new Operation
            {
                Id = "getMetricsSummary", Method = HttpMethods.Get, Pattern = "/metrics/summary", Tag = "Metrics", Summary = "Says how things stand altogether.",
                Answers = [new(200, "The numbers.", typeof(MetricsSummary))],
            },
            routes.SummarizeAsync).AllowCallers();
}
