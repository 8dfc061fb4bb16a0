using System.Diagnostics;

namespace TaskOrchestration.Benchmarks.Load;

/// <summary>How long the answers to one action took.</summary>
internal sealed class ActionTimes
{
    private readonly List<long> ticks = [];

    /// <summary>How many there were.</summary>
    public int Count => ticks.Count;

    /// <summary>Takes down an answer to what was asked at that time.</summary>
    public void Add(long asked) => ticks.Add(Stopwatch.GetTimestamp() - asked);

    /// <summary>All of several connections.</summary>
    public static ActionTimes Of(IEnumerable<ActionTimes> all)
    {
        var together = new ActionTimes();
        together.ticks.AddRange(all.SelectMany(times => times.ticks));
        together.ticks.Sort();
        return together;
    }

    /// <summary>Milliseconds within which that share of the answers had come. Only of all together.</summary>
    public double Milliseconds(double share) => ticks.Count == 0 ? 0 : ticks[Math.Min((int)(ticks.Count * share), ticks.Count - 1)] * 1_000.0 / Stopwatch.Frequency;
}
