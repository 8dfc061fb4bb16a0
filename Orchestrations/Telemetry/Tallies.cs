using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>Counters with one dimension that are counted here and read when somebody collects them, so that counting costs next to nothing.</summary>
/// <remarks>As everywhere in OpenTelemetry, what goes beyond <see cref="MostValues"/> is counted together under <c>otel.metric.overflow</c>.</remarks>
/// <param name="dimension">What the dimension is called.</param>
/// <param name="counters">How many counters there will be.</param>
internal sealed class Tallies(string dimension, int counters)
{
    /// <summary>So many values of the dimension are told apart; with the one for all others that is as many as collectors take.</summary>
    public const int MostValues = 999;

    private readonly ConcurrentDictionary<string, Tally> tallies = new(StringComparer.Ordinal);
    private readonly Tally others = new(new KeyValuePair<string, object?>("otel.metric.overflow", true), counters);
    private int values;

    /// <summary>Makes a counter; the first has the number 0.</summary>
    public ObservableCounter<long> Counter(Meter meter, int number, string name, string unit, string description) =>
        meter.CreateObservableCounter(name, () => Read(number), unit, description);

    /// <summary>The counts for a value of the dimension.</summary>
    public Tally Of(string value) => tallies.TryGetValue(value, out var known) ? known : Begin(value);

    private Tally Begin(string value)
    {
        if (Interlocked.Increment(ref values) > MostValues)
        {
            Interlocked.Decrement(ref values);
            return others;
        }

        var begun = new Tally(new KeyValuePair<string, object?>(dimension, value), counters);
        var kept = tallies.GetOrAdd(value, begun);
        if (kept != begun)
        {
            Interlocked.Decrement(ref values);
        }

        return kept;
    }

    private IEnumerable<Measurement<long>> Read(int number) =>
        tallies.Values.Append(others).Where(tally => tally[number] > 0).Select(tally => new Measurement<long>(tally[number], tally.Tag));
}
