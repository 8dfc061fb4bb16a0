using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Api.Telemetry;

/// <summary>The metrics as Prometheus scrapes them.</summary>
internal static class MetricsEndpoint
{
    private const string Text = "text/plain; version=0.0.4; charset=utf-8";
    private const string OpenMetrics = "application/openmetrics-text";

    /// <summary>Answers <c>GET /metrics</c>: in OpenMetrics 1.0.0 where the request prefers that, else in Prometheus' text format 0.0.4.</summary>
    public static IEndpointConventionBuilder MapMetrics(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return endpoints.MapGet("/metrics", WriteAsync).AllowRoles(Roles.Viewer | Roles.Operator).WithMetadata(new Operation
        {
            Id = "getMetrics",
            Method = HttpMethods.Get,
            Pattern = "/metrics",
            Tag = "Operations",
            Summary = "The metrics of the server, as Prometheus scrapes them.",
            Description = "In Prometheus' text format 0.0.4, or in OpenMetrics 1.0.0 where Accept prefers that.",
            Answers = [new OperationAnswer(200, "The metrics.") { MediaType = Text }],
            IsBare = true,
        });
    }

    private static async Task WriteAsync(HttpContext context)
    {
        var services = context.RequestServices;
        await services.GetRequiredService<TaskGauges>().RefreshAsync(context.RequestAborted);
        var format = Preferred(context.Request);
        var text = services.GetRequiredService<MeasurementPipeline>().Scrape(format);
        context.Response.ContentType = format == PrometheusFormat.OpenMetrics
            ? $"{OpenMetrics}; version=1.0.0; charset=utf-8"
            : Text;
        await context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static PrometheusFormat Preferred(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        var open = Quality(accepted, OpenMetrics);
        return open > 0 && open >= Quality(accepted, "text/plain") ? PrometheusFormat.OpenMetrics : PrometheusFormat.Prometheus;
    }

    private static double Quality(IList<MediaTypeHeaderValue> accepted, string type) =>
        accepted.Where(media => media.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).Select(media => media.Quality ?? 1).DefaultIfEmpty().Max();
}
