namespace TaskOrchestration.Api.Telemetry;

/// <summary>The texts that scrapers read.</summary>
internal enum PrometheusFormat
{
    /// <summary>Prometheus' own text format, version 0.0.4.</summary>
    Prometheus,

    /// <summary>OpenMetrics 1.0.0.</summary>
    OpenMetrics,
}
