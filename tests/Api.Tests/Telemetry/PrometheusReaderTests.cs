using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using TaskOrchestration.Api.Telemetry;

namespace TaskOrchestration.Api.Tests.Telemetry;

public sealed class PrometheusReaderTests : IDisposable
{
    private readonly Meter meter = new($"test {Guid.NewGuid()}");
    private readonly PrometheusReader reader = new();
    private readonly MeterProvider provider;

    public PrometheusReaderTests() => provider = Sdk.CreateMeterProviderBuilder()
        .SetResourceBuilder(ResourceBuilder.CreateEmpty().AddAttributes([new("service.name", "shop")]))
        .AddMeter(meter.Name)
        .AddView(_ => new MetricStreamConfiguration { CardinalityLimit = 10 })
        .AddReader(reader)
        .Build();

    public void Dispose()
    {
        provider.Dispose();
        meter.Dispose();
    }

    [Fact]
    public void Writes_counters_gauges_and_histograms_in_Prometheus_text_format()
    {
        Measure();

        Assert.Equal(
            $$"""
            # TYPE fill_ratio gauge
            # HELP fill_ratio How full.
            fill_ratio{otel_scope_name="{{meter.Name}}"} 0.5
            # TYPE jobs_done_total counter
            # HELP jobs_done_total Jobs that\\are\ndone.
            jobs_done_total{kind="a \"b\"\\\n",otel_scope_name="{{meter.Name}}"} 3
            # TYPE target_info gauge
            # HELP target_info What was measured.
            target_info{service_name="shop"} 1
            # TYPE time_milliseconds histogram
            # HELP time_milliseconds How long.
            time_milliseconds_bucket{otel_scope_name="{{meter.Name}}",le="5"} 1
            time_milliseconds_bucket{otel_scope_name="{{meter.Name}}",le="10.5"} 1
            time_milliseconds_bucket{otel_scope_name="{{meter.Name}}",le="+Inf"} 2
            time_milliseconds_sum{otel_scope_name="{{meter.Name}}"} 16
            time_milliseconds_count{otel_scope_name="{{meter.Name}}"} 2

            """,
            reader.Scrape(PrometheusFormat.Prometheus));
    }

    [Fact]
    public void Writes_OpenMetrics()
    {
        Measure();

        var text = reader.Scrape(PrometheusFormat.OpenMetrics);

        Assert.Contains(
            $$"""
            # TYPE jobs_done counter
            # HELP jobs_done Jobs that\\are\ndone.
            jobs_done_total{kind="a \"b\"\\\n",otel_scope_name="{{meter.Name}}"} 3

            """,
            text,
            StringComparison.Ordinal);
        Assert.Contains("# UNIT time_milliseconds milliseconds\n", text, StringComparison.Ordinal);
        Assert.Contains("le=\"5.0\"} 1\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_it_writes_can_be_read(bool isOpen)
    {
        Measure();

        var read = ExpositionText.Parse(reader.Scrape(isOpen ? PrometheusFormat.OpenMetrics : PrometheusFormat.Prometheus), isOpen);

        Assert.Equal(isOpen ? "counter" : null, read.Types.GetValueOrDefault("jobs_done"));
        Assert.Equal("histogram", read.Types["time_milliseconds"]);
    }

    [Fact]
    public void Counts_together_what_goes_beyond_the_most_combinations()
    {
        var counter = meter.CreateCounter<long>("busy");
        for (var i = 0; i < 100; i++)
        {
            counter.Add(1, new KeyValuePair<string, object?>("n", i));
        }

        var read = ExpositionText.Parse(reader.Scrape(PrometheusFormat.Prometheus), isOpen: false);
        var series = read.Series.Where(one => one.Key.StartsWith("busy_total", StringComparison.Ordinal)).ToList();

        Assert.InRange(series.Count, 9, 11);
        Assert.Equal(100, series.Sum(one => one.Value));
        Assert.Contains(series, one => one.Key.Contains("otel_metric_overflow=\"true\"", StringComparison.Ordinal));
    }

    private void Measure()
    {
        meter.CreateCounter<long>("jobs.done", "{job}", "Jobs that\\are\ndone.").Add(3, new KeyValuePair<string, object?>("kind", "a \"b\"\\\n"));
        meter.CreateObservableGauge("fill", () => 0.5, "1", "How full.");
        var histogram = meter.CreateHistogram("time", "ms", "How long.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [5, 10.5] });
        histogram.Record(5);
        histogram.Record(11);
    }
}
