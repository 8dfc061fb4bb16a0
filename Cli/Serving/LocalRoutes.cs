using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Access.Administration;
using TaskOrchestration.Api.Clock;
using TaskOrchestration.Api.Hosting;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.OpenApi;
using TaskOrchestration.Api.Schedules;
using TaskOrchestration.Api.StepFunctions;
using TaskOrchestration.Api.Tasks;
using TaskOrchestration.Api.Telemetry;
using TaskOrchestration.Orchestrations.Time;

namespace TaskOrchestration.Cli.Serving;

/// <summary>What the local host answers, and what every request goes through before.</summary>
internal static class LocalRoutes
{
    /// <summary>Maps everything.</summary>
    public static void Map(WebApplication app, ServerOptions options)
    {
        app.UseRestApi();
        app.UseTelemetry();
        app.UseAccess();
        app.MapStepFunctionsApi();
        app.MapHostPages();
        app.MapMetrics();
        app.MapOpenApiPage();
        var api = app.MapRestApi();
        api.MapTasksApi();
        api.MapSchedulesApi();
        api.MapAlerts();
        api.MapAccessApi();
        if (options.HasMovableClock)
        {
            api.MapClockApi(app.Services.GetRequiredService<MovableClock>());
        }
    }
}
