using OpenTelemetry.Trace;

namespace TaskOrchestration.Functions.Telemetry;

/// <summary>The export of traces while it goes on.</summary>
/// <param name="provider">Exports them; none if they are not exported.</param>
internal sealed class ExportedTraces(TracerProvider? provider) : IDisposable
{
    /// <summary>Exports what is left, and stops.</summary>
    public void Dispose() => provider?.Dispose();
}
