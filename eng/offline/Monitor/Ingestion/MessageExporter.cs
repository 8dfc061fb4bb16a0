using System.Text.Json.Nodes;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Azure.Monitor.OpenTelemetry.Exporter.Ingestion;

/// <summary>Sends what was logged.</summary>
internal sealed class MessageExporter(IngestionClient client) : BaseExporter<LogRecord>
{
    public override ExportResult Export(in Batch<LogRecord> batch)
    {
        var items = new List<JsonObject>();
        foreach (var record in batch)
        {
            items.Add(Of(record));
        }

        return client.Send(items);
    }

    private JsonObject Of(LogRecord record)
    {
        var text = record.FormattedMessage ?? record.Body;
        var properties = IngestionClient.Properties([.. record.Attributes ?? [], new("CategoryName", record.CategoryName)]);
        record.ForEachScope((scope, into) => Add(scope.Scope, into), properties);
        var (kind, content) = record.Exception is { } exception
            ? ("Exception", new JsonObject { ["exceptions"] = new JsonArray(new JsonObject { ["typeName"] = exception.GetType().FullName, ["message"] = exception.Message, ["stack"] = exception.ToString() }) })
            : ("Message", new JsonObject { ["message"] = text });
        content["severityLevel"] = record.LogLevel.ToString();
        content["properties"] = properties;
        return client.Item(
            kind,
            record.Timestamp,
            ParentProvider?.GetResource(),
            $"{kind}Data",
            content,
            record.TraceId == default ? null : record.TraceId.ToHexString(),
            record.SpanId == default ? null : record.SpanId.ToHexString());
    }

    private static void Add(object? scope, JsonObject properties)
    {
        foreach (var (name, value) in scope as IEnumerable<KeyValuePair<string, object>> ?? [])
        {
            properties[name] = value?.ToString();
        }
    }
}
