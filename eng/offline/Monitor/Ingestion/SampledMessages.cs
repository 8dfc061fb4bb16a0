using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Azure.Monitor.OpenTelemetry.Exporter.Ingestion;

/// <summary>Drops what was logged within a span that is not kept.</summary>
internal sealed class SampledMessages(BaseExporter<LogRecord> exporter) : BatchLogRecordExportProcessor(exporter)
{
    public override void OnEnd(LogRecord data)
    {
        if (data.SpanId == default || data.TraceFlags == ActivityTraceFlags.Recorded)
        {
            base.OnEnd(data);
        }
    }
}
