using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter.Ingestion;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Azure.Monitor.OpenTelemetry.Exporter;

/// <remarks>Differs from the original: nothing is kept on disk for later, and there are no standard metrics, performance counters or live metrics.</remarks>
public static class AzureMonitorExporterExtensions
{
    public static TracerProviderBuilder AddAzureMonitorTraceExporter(
        this TracerProviderBuilder builder, Action<AzureMonitorExporterOptions>? configure = null, TokenCredential? credential = null, string? name = null)
    {
        if (builder is not IDeferredTracerProviderBuilder deferred)
        {
            throw new InvalidOperationException("Expected a builder that can be configured later.");
        }

        return deferred.Configure((_, traces) =>
        {
            var options = Options(configure, credential);
            // As in the original the sampler is set with the exporter, and keeps five traces a second unless it is told otherwise.
            traces.SetSampler(options.TracesPerSecond is { } most ? new RateSampler(most) : new TraceIdRatioBasedSampler(options.SamplingRatio));
            traces.AddProcessor(new BatchActivityExportProcessor(new SpanExporter(new IngestionClient(options), options.SamplingRatio * 100)));
        });
    }

    public static MeterProviderBuilder AddAzureMonitorMetricExporter(
        this MeterProviderBuilder builder, Action<AzureMonitorExporterOptions>? configure = null, TokenCredential? credential = null, string? name = null) =>
        builder.AddReader(_ => new PeriodicExportingMetricReader(new MeasurementExporter(new IngestionClient(Options(configure, credential))))
        {
            TemporalityPreference = MetricReaderTemporalityPreference.Delta,
        });

    public static OpenTelemetryLoggerOptions AddAzureMonitorLogExporter(
        this OpenTelemetryLoggerOptions loggerOptions, Action<AzureMonitorExporterOptions>? configure = null, TokenCredential? credential = null)
    {
        ArgumentNullException.ThrowIfNull(loggerOptions);
        var options = Options(configure, credential);
        var exporter = new MessageExporter(new IngestionClient(options));
        return loggerOptions.AddProcessor(options.EnableTraceBasedLogsSampler ? new SampledMessages(exporter) : new BatchLogRecordExportProcessor(exporter));
    }

    private static AzureMonitorExporterOptions Options(Action<AzureMonitorExporterOptions>? configure, TokenCredential? credential)
    {
        var options = new AzureMonitorExporterOptions();
        configure?.Invoke(options);
        options.Credential ??= credential;
        return options;
    }
}
