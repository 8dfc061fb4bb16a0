using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Admission;
using TaskOrchestration.Api.Hosting;
using TaskOrchestration.Api.Pages;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.StepFunctions;
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
        app.UseConsole();
        app.UseAdmission();
        app.UseAccess();
        app.MapStepFunctionsApi();
        app.MapRestOperations(options.HasMovableClock ? app.Services.GetRequiredService<MovableClock>() : null);
    }
}
