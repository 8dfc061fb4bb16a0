using TaskOrchestration.Benchmarks.Durability;
using TaskOrchestration.Benchmarks.Expressions;
using TaskOrchestration.Benchmarks.Guarding;
using TaskOrchestration.Benchmarks.Histories;
using TaskOrchestration.Benchmarks.Interpreter;
using TaskOrchestration.Benchmarks.Listing;
using TaskOrchestration.Benchmarks.Load;
using TaskOrchestration.Benchmarks.Searching;
using TaskOrchestration.Benchmarks.Starting;
using TaskOrchestration.Benchmarks.Watching;

namespace TaskOrchestration.Benchmarks;

/// <summary>The subjects there are.</summary>
public static class Subjects
{
    /// <summary>All of them, in the order they run: what another's target depends on comes first.</summary>
    public static readonly IReadOnlyList<IBenchmark> All =
    [
        new LoopBenchmark(),
        new LoopCostBenchmark(),
        new MapBenchmark(),
        new ExpressBenchmark(),
        new ObserverBenchmark(),
        new JsonataBenchmark(),
        new YardstickBenchmark(),
        new DurableBenchmark(),
        new MapRunBenchmark(),
        new ObservedBenchmark(),
        new LiveBenchmark(),
        new WatchBenchmark(),
        new HistoryBenchmark(),
        new SearchBenchmark(),
        new MemoryBenchmark(),
        new RecoveryBenchmark(),
        new TaskBenchmark(),
        new AccessBenchmark(),
        new EndpointBenchmark(),
        new ColdStartBenchmark(),
        new FirstPageBenchmark(),
        new ExecutionsPageBenchmark(),
        new TimeTravelBenchmark(),
    ];

    /// <summary>Subjects whose figures mean something only beside those of another in the same run.</summary>
    private static readonly Dictionary<string, string> Companions = new() { ["durable"] = "yardstick" };

    /// <summary>The subjects of these names, with what they need beside them; all if there are no names.</summary>
    /// <exception cref="KeyNotFoundException">There is no subject of such a name.</exception>
    public static IReadOnlyList<IBenchmark> Named(IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var unknown = names.FirstOrDefault(name => All.All(benchmark => benchmark.Subject != name));
        if (unknown is not null)
        {
            throw new KeyNotFoundException($"There is no subject '{unknown}'. Subjects: {string.Join(", ", All.Select(benchmark => benchmark.Subject))}.");
        }

        var wanted = names.Concat(names.Where(Companions.ContainsKey).Select(name => Companions[name])).ToHashSet();
        return wanted.Count == 0 ? All : [.. All.Where(benchmark => wanted.Contains(benchmark.Subject))];
    }
}
