namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>The counts of several counters for one value of their dimension.</summary>
/// <param name="tag">The dimension and its value.</param>
/// <param name="counters">How many counters there are.</param>
internal sealed class Tally(KeyValuePair<string, object?> tag, int counters)
{
    private readonly long[] counts = new long[counters];

    public KeyValuePair<string, object?> Tag => tag;

    public long this[int counter] => Interlocked.Read(ref counts[counter]);

    public void Add(int counter) => Interlocked.Increment(ref counts[counter]);
}
