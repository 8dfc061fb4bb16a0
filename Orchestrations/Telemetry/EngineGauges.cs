using System.Diagnostics.Metrics;
using TaskOrchestration.Orchestrations.Engine;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>What the embedded engine has to do and has done.</summary>
public sealed class EngineGauges : IDisposable
{
    private readonly Meter meter = new(MeterNames.Engine);

    /// <summary>Makes the instruments.</summary>
    /// <param name="engine">The engine, once it is open.</param>
    public EngineGauges(Func<EmbeddedEngine?> engine)
    {
        EngineInstruments.Touch();
        meter.CreateObservableGauge("taskorch.engine.queue.length", () => engine()?.QueueLength ?? 0, "{command}", "Commands that wait to be applied.");
        meter.CreateObservableGauge("taskorch.engine.executions.open", () => engine()?.OpenExecutions ?? 0, "{execution}", "STANDARD executions that have begun and not ended.");
        meter.CreateObservableCounter("taskorch.engine.commits", () => engine()?.Flushes ?? 0, "{commit}", "Groups of facts that were made durable, each with one flush to disk.");
        meter.CreateObservableCounter("taskorch.engine.facts", () => engine()?.Facts ?? 0, "{fact}", "Facts that were made durable.");
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();
}
