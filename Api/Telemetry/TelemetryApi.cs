using Microsoft.AspNetCore.Builder;

namespace TaskOrchestration.Api.Telemetry;

/// <summary>Puts telemetry into a host's requests.</summary>
public static class TelemetryApi
{
    /// <summary>Gives log messages the request and task they belong to, and counts requests that are turned down for their rate. Comes right after <c>UseRestApi</c>.</summary>
    public static IApplicationBuilder UseTelemetry(this IApplicationBuilder application) => application.UseMiddleware<TelemetryMiddleware>();
}
