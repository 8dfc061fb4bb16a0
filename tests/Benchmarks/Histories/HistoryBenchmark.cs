using System.Diagnostics;
using TaskOrchestration.Benchmarks.Durability;
using TaskOrchestration.Benchmarks.Load;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.Benchmarks.Histories;

/// <summary>What the server takes to tell of the longest execution there can be: its whole history, its facts, and how it stood at a moment of its past.</summary>
/// <remarks>Each is asked for of a server that has just been started, then again when it has been asked before. The history over AWS's API is what the others are compared with.</remarks>
public sealed class HistoryBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private const int Moments = 200;

    /// <inheritdoc/>
    public string Subject => "history";

    /// <inheritdoc/>
    public async Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        using var folder = new BenchFolder();
        var execution = await LongExecution.WriteAsync(folder.Path);
        var first = new Dictionary<string, List<double>>();
        var again = new Dictionary<string, List<double>>();
        var moments = new ActionTimes();
        for (var round = 0; round < Rounds; round++)
        {
            // The first to ask has everything derived; so each begins with a server of its own.
            foreach (var (what, ask) in Questions)
            {
                using var server = await ServerProcess.StartAsync(folder.Path);
                using var reader = new HistoryReader(server.Endpoint, execution);
                await reader.WarmUpAsync(cancellationToken);
                Add(first, what, await TimeAsync(() => ask(reader, cancellationToken)));
                Add(again, what, await TimeAsync(() => ask(reader, cancellationToken)));
                if (what == "moment")
                {
                    await TimeMomentsAsync(reader, moments, cancellationToken);
                }
            }
        }

        foreach (var (what, _) in Questions)
        {
            measurements.Add($"history_{what}_ms", Median(first[what]));
            measurements.Add($"history_{what}_again_ms", Median(again[what]));
        }

        var all = ActionTimes.Of([moments]);
        measurements.Add("history_any_moment_p50_ms", all.Milliseconds(0.5));
        measurements.Add("history_any_moment_p99_ms", all.Milliseconds(0.99));
    }

    private static readonly (string What, Func<HistoryReader, CancellationToken, Task> AskAsync)[] Questions =
    [
        ("aws", (reader, cancellationToken) => reader.ReadOverAwsAsync(cancellationToken)),
        ("live", (reader, cancellationToken) => reader.ReadLiveAsync(cancellationToken)),
        ("facts", (reader, cancellationToken) => reader.ReadFactsAsync(cancellationToken)),
        ("moment", (reader, cancellationToken) => reader.ReadMomentAsync(LongExecution.Facts / 2, cancellationToken)),
    ];

    private static async Task TimeMomentsAsync(HistoryReader reader, ActionTimes times, CancellationToken cancellationToken)
    {
        var random = new Random(1);
        for (var moment = 0; moment < Moments; moment++)
        {
            var asked = Stopwatch.GetTimestamp();
            await reader.ReadMomentAsync(random.Next(LongExecution.Facts), cancellationToken);
            times.Add(asked);
        }
    }

    private static void Add(Dictionary<string, List<double>> times, string what, double milliseconds)
    {
        if (!times.TryGetValue(what, out var found))
        {
            times[what] = found = [];
        }

        found.Add(milliseconds);
    }

    private static async Task<double> TimeAsync(Func<Task> ask)
    {
        var asked = Stopwatch.GetTimestamp();
        await ask();
        return Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
