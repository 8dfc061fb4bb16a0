using System.Diagnostics.Metrics;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>Counts requests that were turned down for their rate.</summary>
public sealed class ThrottledCalls : IDisposable
{
    private readonly Meter meter = new(MeterNames.States);
    private readonly Counter<long> events;
    private long total;

    /// <summary>Makes the instrument.</summary>
    public ThrottledCalls() => events = meter.CreateCounter<long>("ThrottledEvents", "{request}", "Requests that were turned down for their rate.");

    /// <summary>How many there have been since the process began.</summary>
    public long Total => Interlocked.Read(ref total);

    /// <summary>Counts one.</summary>
    /// <param name="apiName">What was asked for: an action of the Step Functions API, or the pattern of a route.</param>
    public void Count(string apiName)
    {
        Interlocked.Increment(ref total);
        events.Add(1, new KeyValuePair<string, object?>("APIName", apiName));
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();
}
