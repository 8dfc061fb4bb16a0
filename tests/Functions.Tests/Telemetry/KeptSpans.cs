using System.Diagnostics;
using OpenTelemetry;

namespace TaskOrchestration.Functions.Tests.Telemetry;

/// <summary>Spans as an exporter sees them.</summary>
internal sealed class KeptSpans : BaseExporter<Activity>
{
    public List<Activity> All { get; } = [];

    public override ExportResult Export(in Batch<Activity> batch)
    {
        foreach (var span in batch)
        {
            All.Add(span);
        }

        return ExportResult.Success;
    }
}
