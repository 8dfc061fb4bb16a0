using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace TaskOrchestration.Functions.Telemetry;

/// <summary>Exports telemetry to Azure Monitor, if the settings name a resource.</summary>
internal sealed class TelemetryExport
{
    private readonly IConfiguration configuration;
    private readonly MonitorConnection? connection;
    private readonly TraceRatio ratio;

    /// <summary>Reads where to.</summary>
    /// <exception cref="InvalidDataException">The settings make no sense.</exception>
    public TelemetryExport(IConfiguration configuration)
    {
        this.configuration = configuration;
        connection = MonitorConnection.Read(configuration);
        ratio = TraceRatio.Read(configuration);
    }

    /// <summary>Whether anything is exported.</summary>
    public bool IsOn => connection is not null;

    /// <summary>What the telemetry is about.</summary>
    public ResourceBuilder Resource() => HostResource.Of(configuration);

    /// <summary>Begins to export traces; none if they are not exported.</summary>
    public TracerProvider? Tracing() => connection is null ? null : Sdk.CreateTracerProviderBuilder()
        .SetResourceBuilder(Resource())
        .AddSource(SpanSources.All)
        .AddProcessor(new OutcomeSampling(ratio))
        .AddAzureMonitorTraceExporter(connection.Configure)
        // After the exporter, which comes with a sampler of its own: it keeps five traces a second and never learns how they end.
        .SetSampler(new AlwaysOnSampler())
        .Build();

    /// <summary>Has metrics exported, if they are to be.</summary>
    public void AddMetrics(MeterProviderBuilder metrics)
    {
        if (connection is not null)
        {
            metrics.AddAzureMonitorMetricExporter(connection.Configure);
        }
    }

    /// <summary>Has log messages exported, with their scopes, if they are to be.</summary>
    public void AddLogs(ILoggingBuilder logging)
    {
        if (connection is not null)
        {
            logging.AddOpenTelemetry(log =>
            {
                log.IncludeScopes = true;
                log.IncludeFormattedMessage = true;
                log.SetResourceBuilder(Resource()).AddAzureMonitorLogExporter(connection.Configure);
            });
        }
    }
}
