using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Hosting;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Alerts;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Logs;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Api.Telemetry;

/// <summary>Registers what looks at the host: traces, metrics, execution logs, alerts.</summary>
public static class TelemetryServices
{
    /// <summary>
    /// Registers what looks at a host with the embedded engine. The host gives all <see cref="IExecutionObserver"/>s to the engine, says so to
    /// <see cref="OpenedEngine"/> when that is open or cannot be opened, and registers a <see cref="MeasurementPipeline"/>.
    /// </summary>
    /// <param name="services">The services. With an <see cref="ITaskStore"/> among them tasks are measured; with an <see cref="IBlobStore"/> executions are logged.</param>
    /// <param name="configuration">The settings: <c>ExecutionLogs</c>, <c>Alerts</c>.</param>
    /// <param name="dataFolder">Where the states of alerts are kept.</param>
    /// <exception cref="InvalidDataException">A setting makes no sense.</exception>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration, string dataFolder) => services
        .AddObservers(configuration)
        .AddSingleton(s => new EngineGauges(() => s.GetRequiredService<OpenedEngine>().Now))
        .AddSingleton<IAlertMemory>(s => new AlertFile(Path.Combine(dataFolder, AlertFile.FileName), s.GetRequiredService<ILogger<AlertFile>>()));

    /// <summary>Registers the observers and what they stand on, for any host. It registers an <see cref="IAlertMemory"/> and a <see cref="MeasurementPipeline"/> itself.</summary>
    /// <param name="services">The services. With an <see cref="ITaskStore"/> among them tasks are measured; with an <see cref="IBlobStore"/> executions are logged.</param>
    /// <param name="configuration">The settings: <c>ExecutionLogs</c>, <c>Alerts</c>.</param>
    /// <exception cref="InvalidDataException">A setting makes no sense.</exception>
    public static IServiceCollection AddObservers(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        var logs = configuration.Read<ExecutionLogOptions>("ExecutionLogs");
        var alerts = configuration.Read<AlertOptions>("Alerts");
        logs.Check();
        alerts.Check();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<DeliveryTally>();
        services.AddHealthChecks().AddCheck<RecordsCheck>("records", tags: [HostPages.ReadyTag]);
        return services
            .AddSingleton<OpenedEngine>()
            .AddSingleton<ThrottledCalls>()
            .AddSingleton<ExecutionMetrics>()
            .AddSingleton(s => new TaskGauges(s.GetService<ITaskStore>, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<TaskGauges>>()))
            .AddSingleton(s => new ExecutionTraces(s.GetRequiredService<OpenedEngine>().Executions, s.GetRequiredService<ILogger<ExecutionTraces>>()))
            .AddSingleton(alerts)
            .AddSingleton(s => new WebhookPost(new HttpClient(), alerts, s.GetRequiredService<TimeProvider>()))
            .AddSingleton(AlertRules.All)
            .AddSingleton<AlertMonitor>()
            .AddSingleton<AlertRoutes>()
            .AddSingleton<IExecutionObserver>(s => s.GetRequiredService<ExecutionMetrics>())
            .AddSingleton<IExecutionObserver>(s => s.GetRequiredService<ExecutionTraces>())
            .AddSingleton<IExecutionObserver>(s => s.GetRequiredService<AlertMonitor>())
            .AddExecutionLogs(logs);
    }

    /// <summary>Without a place for blobs there are no logs.</summary>
    private static IServiceCollection AddExecutionLogs(this IServiceCollection services, ExecutionLogOptions options) =>
        services.Any(service => service.ServiceType == typeof(IBlobStore))
            ? services.AddSingleton<IExecutionObserver>(s => new ExecutionLogs(
                s.GetRequiredService<OpenedEngine>().Catalog,
                s.GetRequiredService<IBlobStore>(),
                options,
                s.GetRequiredService<TimeProvider>(),
                s.GetRequiredService<ILogger<ExecutionLogs>>()))
            : services;
}
