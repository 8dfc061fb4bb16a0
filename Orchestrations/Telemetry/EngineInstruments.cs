using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>What the engine measures while it works. One set for all engines of a process.</summary>
internal static class EngineInstruments
{
    private static readonly Meter Meter = new(MeterNames.Engine);

    private static readonly Meter States = new(MeterNames.States);

    private static readonly Histogram<double> CommitDuration = Meter.CreateHistogram(
        "taskorch.engine.commit.duration", "s", "How long it took to make a group of facts durable.", tags: null, Buckets.Of(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5));

    private static readonly Histogram<long> CommitSize = Meter.CreateHistogram(
        "taskorch.engine.commit.size", "{fact}", "How many facts a commit made durable.", tags: null, Buckets.Of(1L, 4, 16, 64, 256, 1_024));

    private static readonly Counter<long> ExecutionThrottled =
        States.CreateCounter<long>("ExecutionThrottled", "{execution}", "Executions whose start had to wait because too many others were being started.");

    /// <summary>Has the instruments exist, so that they can be seen before the first of them is used.</summary>
    public static void Touch()
    {
        _ = ExecutionThrottled.Enabled;
    }

    /// <summary>A group was made durable.</summary>
    public static void Committed(long began, int facts)
    {
        if (CommitDuration.Enabled)
        {
            CommitDuration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
            CommitSize.Record(facts);
        }
    }

    /// <summary>A start has to wait for a place.</summary>
    public static void Throttled(string stateMachineArn) => ExecutionThrottled.Add(1, new KeyValuePair<string, object?>("StateMachineArn", stateMachineArn));
}
