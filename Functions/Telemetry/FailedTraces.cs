using System.Diagnostics;

namespace TaskOrchestration.Functions.Telemetry;

/// <summary>The traces in which something went wrong, as far back as they are remembered.</summary>
/// <param name="capacity">So many are remembered; the oldest is forgotten for the next.</param>
internal sealed class FailedTraces(int capacity)
{
    private readonly Lock gate = new();
    private readonly HashSet<ActivityTraceId> known = [];
    private readonly Queue<ActivityTraceId> inOrder = new();

    /// <summary>Remembers a trace.</summary>
    public void Add(ActivityTraceId trace)
    {
        lock (gate)
        {
            if (!known.Add(trace))
            {
                return;
            }

            inOrder.Enqueue(trace);
            if (inOrder.Count > capacity)
            {
                known.Remove(inOrder.Dequeue());
            }
        }
    }

    /// <summary>Whether a trace is remembered.</summary>
    public bool Contains(ActivityTraceId trace)
    {
        lock (gate)
        {
            return known.Contains(trace);
        }
    }
}
