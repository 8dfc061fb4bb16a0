using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using OpenTelemetry;

namespace Azure.Monitor.OpenTelemetry.Exporter.Ingestion;

/// <summary>Makes requests and dependencies of spans, and exceptions of their events.</summary>
internal sealed class SpanExporter(IngestionClient client, double sampleRate) : BaseExporter<Activity>
{
    private const string RateTag = "microsoft.sample_rate";

    public override ExportResult Export(in Batch<Activity> batch)
    {
        var items = new List<JsonObject>();
        foreach (var span in batch)
        {
            items.Add(Of(span));
            items.AddRange(span.Events.Where(happened => happened.Name == "exception").Select(happened => Of(span, happened)));
        }

        return client.Send(items);
    }

    private JsonObject Of(Activity span)
    {
        var isRequest = span.Kind is ActivityKind.Server or ActivityKind.Consumer;
        var content = new JsonObject
        {
            ["id"] = span.SpanId.ToHexString(),
            ["name"] = span.DisplayName,
            ["duration"] = span.Duration.ToString("c", CultureInfo.InvariantCulture),
            ["success"] = span.Status != ActivityStatusCode.Error,
            ["properties"] = IngestionClient.Properties(span.TagObjects.Where(tag => tag.Key != RateTag)),
        };
        return Item(span, span.StartTimeUtc, isRequest ? "Request" : "RemoteDependency", content, ParentOf(span));
    }

    private JsonObject Of(Activity span, ActivityEvent happened)
    {
        var tags = happened.Tags.ToDictionary(tag => tag.Key, tag => tag.Value?.ToString());
        var content = new JsonObject
        {
            ["exceptions"] = new JsonArray(new JsonObject { ["typeName"] = tags.GetValueOrDefault("exception.type"), ["message"] = tags.GetValueOrDefault("exception.message") }),
        };
        return Item(span, happened.Timestamp.UtcDateTime, "Exception", content, span.SpanId.ToHexString());
    }

    private JsonObject Item(Activity span, DateTime time, string kind, JsonObject content, string? parent) =>
        client.Item(kind, time, ParentProvider?.GetResource(), $"{kind}Data", content, span.TraceId.ToHexString(), parent, RateOf(span));

    private double RateOf(Activity span) => span.GetTagItem(RateTag) is { } rate ? Convert.ToDouble(rate, CultureInfo.InvariantCulture) : sampleRate;

    private static string? ParentOf(Activity span) => span.ParentSpanId == default ? null : span.ParentSpanId.ToHexString();
}
