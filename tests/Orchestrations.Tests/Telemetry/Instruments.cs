using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Orchestrations.Tests.Telemetry;

/// <summary>Every instrument of the product.</summary>
internal static class Instruments
{
    public static readonly IReadOnlyList<Instrument> All = Find();

    private static List<Instrument> Find()
    {
        var found = new List<Instrument>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => Add(found, instrument) };
        using var metrics = new ExecutionMetrics();
        using var throttled = new ThrottledCalls();
        using var tasks = new TaskGauges(() => null, TimeProvider.System, NullLogger<TaskGauges>.Instance);
        using var deliveries = new DeliveryTally(TimeProvider.System);
        StatusInstruments.Touch();
        using var engine = new EngineGauges(() => null);
        listener.Start();
        return [.. found.DistinctBy(instrument => instrument.Name)];
    }

    private static void Add(List<Instrument> found, Instrument instrument)
    {
        if (MeterNames.All.Contains(instrument.Meter.Name))
        {
            found.Add(instrument);
        }
    }
}
