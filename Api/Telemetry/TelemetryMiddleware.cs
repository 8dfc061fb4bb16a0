using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Api.Telemetry;

/// <summary>Has whatever is logged during a request say which one, and of which task.</summary>
internal sealed class TelemetryMiddleware(RequestDelegate next, LogScopes scopes, ThrottledCalls throttled, ILogger<TelemetryMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        using var scope = scopes.AreRead ? logger.BeginScope(ScopeOf(context)) : null;
        try
        {
            await next(context);
        }
        catch (Exception e)
        {
            RequestSpan.Describe(context, NameOf(context), e);
            throw;
        }

        RequestSpan.Describe(context, NameOf(context));
        // Throttling of the Step Functions API has another status and is counted where it is answered.
        if (context.Response.StatusCode == StatusCodes.Status429TooManyRequests)
        {
            throttled.Count(NameOf(context));
        }
    }

    /// <summary>What was asked for: the pattern of a route, for its values would be too many to count apart.</summary>
    private static string NameOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "unknown";

    private static Dictionary<string, object> ScopeOf(HttpContext context)
    {
        var scope = new Dictionary<string, object> { ["RequestId"] = context.TraceIdentifier };
        if (context.Request.RouteValues.TryGetValue("id", out var id) && context.Request.Path.StartsWithSegments("/api/v1/tasks", StringComparison.OrdinalIgnoreCase) && id is not null)
        {
            scope[LogScopes.TaskId] = id;
        }

        if (WireActions.Named(context.Request) is { Length: > 0 } action)
        {
            scope["Action"] = action;
        }

        return scope;
    }
}
