using System.Diagnostics.Metrics;

namespace TaskOrchestration.Orchestrations.Tests.Telemetry;

/// <summary>What instruments have measured: sums of counters, and every value of histograms and gauges.</summary>
internal sealed class Readings : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<(string Text, double Value, bool IsSum)> readings = [];
    private readonly MeterListener listener = new();
    private readonly string mark;

    /// <summary>Begins to read.</summary>
    /// <param name="mark">A text that one of the dimensions must hold: tests run at the same time, and meters are shared.</param>
    public Readings(string mark)
    {
        this.mark = mark;
        listener.InstrumentPublished = (instrument, read) =>
        {
            if (instrument.Meter.Name is "AWS/States" || instrument.Meter.Name.StartsWith("TaskOrchestration.", StringComparison.Ordinal))
            {
                read.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    /// <summary>Name, last parts of the dimensions and value, sorted.</summary>
    public IEnumerable<string> All
    {
        get
        {
            lock (gate)
            {
                return
                [
                    .. readings.Where(reading => reading.IsSum).GroupBy(reading => reading.Text).Select(same => $"{same.Key} = {same.Sum(reading => reading.Value):0.###}")
                        .Concat(readings.Where(reading => !reading.IsSum).Select(reading => $"{reading.Text} = {reading.Value:0.###}"))
                        .Order(StringComparer.Ordinal),
                ];
            }
        }
    }

    public void Observe() => listener.RecordObservableInstruments();

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var dimensions = tags.ToArray();
        if (mark.Length > 0 && !dimensions.Any(tag => tag.Value?.ToString()?.Contains(mark, StringComparison.Ordinal) == true))
        {
            return;
        }

        var text = $"{instrument.Name} {string.Join(' ', dimensions.Select(tag => $"{tag.Key}={tag.Value?.ToString()?.Split(':')[^1]}"))}".Trim();
        lock (gate)
        {
            readings.Add((text, value, instrument is Counter<long>));
        }
    }
}
