using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Api.Telemetry;

/// <summary>Collects the metrics of this process for those who read them.</summary>
public sealed class MeasurementPipeline : IDisposable
{
    /// <summary>So many combinations of dimensions a metric may have; what goes beyond is counted together, under <c>otel.metric.overflow</c>.</summary>
    public const int MostCombinations = 1_000;

    private static readonly string[] OfTheFramework = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"];

    private readonly PrometheusReader reader = new();
    private readonly MeterProvider provider;

    /// <summary>Begins to collect.</summary>
    /// <param name="resource">What is measured.</param>
    /// <param name="configure">Adds further readers.</param>
    public MeasurementPipeline(ResourceBuilder resource, Action<MeterProviderBuilder>? configure = null)
    {
        var builder = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter([.. MeterNames.All, .. OfTheFramework])
            .AddView(_ => new MetricStreamConfiguration { CardinalityLimit = MostCombinations })
            .AddReader(reader);
        configure?.Invoke(builder);
        provider = builder.Build();
    }

    /// <inheritdoc/>
    public void Dispose() => provider.Dispose();

    internal string Scrape(PrometheusFormat format) => reader.Scrape(format);
}
