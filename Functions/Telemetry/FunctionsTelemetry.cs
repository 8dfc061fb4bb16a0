using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Api.Telemetry;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Functions.Telemetry;

/// <summary>Registers what looks at the app: traces, metrics, execution logs, alerts, and their export to Azure Monitor.</summary>
public static class FunctionsTelemetry
{
    /// <summary>Has the host not write a second time what the worker logs.</summary>
    private const string LogsAreExportedHere = "WorkerOpenTelemetryEnabled";

    /// <summary>
    /// Registers it. Without the setting <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> nothing is exported, and nothing is said about it: that is how it is on a
    /// developer's machine, where the Functions host shows what is logged.
    /// </summary>
    /// <param name="services">The services: an <see cref="IExecutionService"/>, the catalog of machines and an alert memory among them.</param>
    /// <param name="configuration">The settings.</param>
    /// <exception cref="InvalidDataException">A setting makes no sense.</exception>
    public static IServiceCollection AddFunctionsTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var export = new TelemetryExport(configuration);
        if (export.IsOn)
        {
            services.Configure<WorkerOptions>(worker => worker.Capabilities[LogsAreExportedHere] = bool.TrueString);
        }

        return services
            .AddLogging(logging => export.AddLogs(logging.SetMinimumLevel(LogLevel.Warning)))
            .AddObservers(configuration)
            .AddSingleton(new LogScopes(AreRead: export.IsOn))
            .AddSingleton(_ => new MeasurementPipeline(export.Resource(), export.AddMetrics))
            .AddSingleton(_ => new ExportedTraces(export.Tracing()))
            .AddHostedService<TelemetryStart>();
    }

    /// <summary>Does tasks; what they log says which task it is about, if anyone reads that.</summary>
    public static ITaskRouter ObservedRouter(this IServiceProvider services)
    {
        var router = services.GetRequiredService<ITaskRouter>();
        return services.GetRequiredService<LogScopes>().AreRead ? new ScopedTaskRouter(router, services.GetRequiredService<ILogger<ScopedTaskRouter>>()) : router;
    }
}
