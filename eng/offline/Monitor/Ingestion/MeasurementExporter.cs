using System.Text.Json.Nodes;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Azure.Monitor.OpenTelemetry.Exporter.Ingestion;

/// <summary>Sends what was measured since the last time.</summary>
internal sealed class MeasurementExporter(IngestionClient client) : BaseExporter<Metric>
{
    public override ExportResult Export(in Batch<Metric> batch)
    {
        var items = new List<JsonObject>();
        foreach (var metric in batch)
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                items.Add(Of(metric, point));
            }
        }

        return items.Count == 0 ? ExportResult.Success : client.Send(items);
    }

    private JsonObject Of(Metric metric, in MetricPoint point)
    {
        var dimensions = new List<KeyValuePair<string, object?>>();
        foreach (var tag in point.Tags)
        {
            dimensions.Add(tag);
        }

        var measured = new JsonObject { ["name"] = metric.Name, ["value"] = Value(metric, point) };
        if (metric.MetricType == MetricType.Histogram)
        {
            measured["count"] = point.GetHistogramCount();
        }

        var content = new JsonObject { ["metrics"] = new JsonArray(measured), ["properties"] = IngestionClient.Properties(dimensions) };
        return client.Item("Metric", point.EndTime.UtcDateTime, ParentProvider?.GetResource(), "MetricData", content);
    }

    private static double Value(Metric metric, in MetricPoint point) => metric.MetricType switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
        MetricType.LongGauge => point.GetGaugeLastValueLong(),
        MetricType.DoubleGauge => point.GetGaugeLastValueDouble(),
        _ => point.GetHistogramSum(),
    };
}
