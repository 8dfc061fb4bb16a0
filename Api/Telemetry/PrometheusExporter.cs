using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace TaskOrchestration.Api.Telemetry;

/// <summary>Keeps what was last collected as families that can be written.</summary>
internal sealed class PrometheusExporter : BaseExporter<Metric>
{
    private const string ScopePrefix = "otel_scope_";

    /// <summary>What was last collected, sorted by name.</summary>
    public IReadOnlyCollection<PrometheusFamily> Families { get; private set; } = [];

    /// <inheritdoc/>
    public override ExportResult Export(in Batch<Metric> batch)
    {
        var families = new SortedDictionary<string, PrometheusFamily>(StringComparer.Ordinal);
        Add(families, Target(ParentProvider.GetResource()));
        foreach (var metric in batch)
        {
            var family = FamilyOf(metric);
            // Two instruments may come to the same name. Scrapers refuse a text in which one has two types, so the second type is left out.
            if (!families.TryGetValue(family.Name, out var known))
            {
                families.Add(family.Name, known = family);
            }

            if (known.Type == family.Type)
            {
                AddSamples(known, metric);
            }
        }

        Families = families.Values;
        return ExportResult.Success;
    }

    private static PrometheusFamily Target(Resource resource)
    {
        var target = new PrometheusFamily("target_info", "gauge", Unit: "", "What was measured.");
        target.Samples.Add(new PrometheusSample(
            Suffix: "", string.Join(',', resource.Attributes.Select(attribute => PrometheusText.Label(attribute.Key, Text(attribute.Value)))), Value: 1));
        return target;
    }

    private static void Add(SortedDictionary<string, PrometheusFamily> families, PrometheusFamily family) => families.Add(family.Name, family);

    private static PrometheusFamily FamilyOf(Metric metric)
    {
        var type = TypeOf(metric.MetricType);
        var unit = PrometheusNames.Unit(metric.Unit, isGauge: type == "gauge");
        return new PrometheusFamily(PrometheusNames.Family(metric.Name, unit), type, unit, metric.Description);
    }

    private static string TypeOf(MetricType type) => type switch
    {
        MetricType.LongSum or MetricType.DoubleSum => "counter",
        MetricType.Histogram or MetricType.ExponentialHistogram => "histogram",
        _ => "gauge",
    };

    private static void AddSamples(PrometheusFamily family, Metric metric)
    {
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var labels = Labels(metric, point);
            switch (metric.MetricType)
            {
                case MetricType.LongSum or MetricType.LongSumNonMonotonic:
                    family.Samples.Add(new PrometheusSample("", labels, point.GetSumLong()));
                    break;
                case MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic:
                    family.Samples.Add(new PrometheusSample("", labels, point.GetSumDouble()));
                    break;
                case MetricType.LongGauge:
                    family.Samples.Add(new PrometheusSample("", labels, point.GetGaugeLastValueLong()));
                    break;
                case MetricType.DoubleGauge:
                    family.Samples.Add(new PrometheusSample("", labels, point.GetGaugeLastValueDouble()));
                    break;
                default:
                    AddHistogram(family, metric, point, labels);
                    break;
            }
        }
    }

    private static void AddHistogram(PrometheusFamily family, Metric metric, MetricPoint point, string labels)
    {
        var total = 0L;
        if (metric.MetricType == MetricType.Histogram)
        {
            foreach (var bucket in point.GetHistogramBuckets())
            {
                total += bucket.BucketCount;
                family.Samples.Add(new PrometheusSample("_bucket", labels, total, bucket.ExplicitBound));
            }
        }
        else
        {
            family.Samples.Add(new PrometheusSample("_bucket", labels, point.GetHistogramCount(), double.PositiveInfinity));
        }

        family.Samples.Add(new PrometheusSample("_sum", labels, point.GetHistogramSum()));
        family.Samples.Add(new PrometheusSample("_count", labels, point.GetHistogramCount()));
    }

    /// <summary>The labels of a point. Attributes whose names come to the same have their values joined, as the specification has it.</summary>
    private static string Labels(Metric metric, MetricPoint point)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal) { [$"{ScopePrefix}name"] = metric.MeterName };
        if (metric.MeterVersion is { Length: > 0 } version)
        {
            labels[$"{ScopePrefix}version"] = version;
        }

        foreach (var (name, value) in point.Tags)
        {
            var label = PrometheusNames.Label(name);
            labels[label] = labels.TryGetValue(label, out var other) ? $"{other};{Text(value)}" : Text(value);
        }

        return string.Join(',', labels.Select(label => PrometheusText.Label(label.Key, label.Value)));
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        _ => value.ToString() ?? "",
    };
}
