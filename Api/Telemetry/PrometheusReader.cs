using OpenTelemetry.Metrics;

namespace TaskOrchestration.Api.Telemetry;

/// <summary>Collects metrics when a scraper asks for them.</summary>
public sealed class PrometheusReader : BaseExportingMetricReader
{
    private readonly Lock gate = new();

    /// <summary>A reader that belongs into a <see cref="MeterProvider"/>.</summary>
    public PrometheusReader() : base(new PrometheusExporter())
    {
    }

    /// <summary>The metrics as they stand, in one of the two formats.</summary>
    internal string Scrape(PrometheusFormat format)
    {
        lock (gate)
        {
            Collect();
            return PrometheusText.Write(((PrometheusExporter)exporter).Families, format);
        }
    }
}
