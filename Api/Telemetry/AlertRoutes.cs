using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Rest.Answers;
using TaskOrchestration.Orchestrations.Alerts;

namespace TaskOrchestration.Api.Telemetry;

/// <summary>The alert rules over REST.</summary>
internal sealed class AlertRoutes(AlertMonitor monitor)
{
    public async ValueTask<IAnswer> ListAsync(HttpContext context)
    {
        var alerts = await monitor.ListAsync(context.RequestAborted);
        return await JsonAnswer.Ok(new AlertList { Items = [.. alerts.Select(alert => AlertView.Of(alert.Rule, alert.State))] });
    }
}
