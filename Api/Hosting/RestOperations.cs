using Microsoft.AspNetCore.Routing;
using TaskOrchestration.Api.Access.Administration;
using TaskOrchestration.Api.Access.Sessions;
using TaskOrchestration.Api.Clock;
using TaskOrchestration.Api.Executions;
using TaskOrchestration.Api.Overview;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.OpenApi;
using TaskOrchestration.Api.Schedules;
using TaskOrchestration.Api.StatusEvents;
using TaskOrchestration.Api.Tasks;
using TaskOrchestration.Api.Telemetry;
using TaskOrchestration.Orchestrations.Time;

namespace TaskOrchestration.Api.Hosting;

/// <summary>The whole REST API and the pages beside it. A host maps them through here and nowhere else, so that what a host answers is what the tests of the API have asked.</summary>
public static class RestOperations
{
    /// <summary>Maps every operation, the document that describes them, and the pages of <see cref="HostPages"/>.</summary>
    /// <param name="endpoints">Where to.</param>
    /// <param name="clock">A clock that callers may move; none for a host whose time is the machine's.</param>
    public static IEndpointRouteBuilder MapRestOperations(this IEndpointRouteBuilder endpoints, MovableClock? clock = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapHostPages();
        endpoints.MapMetrics();
        endpoints.MapOpenApiPage();
        var api = endpoints.MapRestApi();
        api.MapTasksApi();
        api.MapSchedulesApi();
        api.MapExecutionsApi();
        api.MapAlerts();
        api.MapStatusEventsApi();
        api.MapAccessApi();
        api.MapSessionsApi();
        api.MapOverview();
        if (clock is not null)
        {
            api.MapClockApi(clock);
        }

        return endpoints;
    }
}
