using System.Diagnostics;
using TaskOrchestration.Benchmarks.Durability;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Stores;

namespace TaskOrchestration.Benchmarks.Listing;

/// <summary>Lists over ten thousand and a hundred thousand tasks, and how fast tasks are saved, in the store itself.</summary>
public sealed class TaskBenchmark : IBenchmark
{
    private const int Small = 10_000;
    private const int Large = 100_000;
    private const int Width = 64;
    private const int PageSize = 50;

    /// <inheritdoc/>
    public string Subject => "tasks";

    /// <inheritdoc/>
    public async Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        using var folder = new BenchFolder();
        using var database = TaskDatabase.Open(folder.Path);
        var store = new SqliteTaskStore(database);
        var samples = new SampleTasks(seed: 1);

        measurements.Add("task_lives_per_s", await LiveAsync(store, samples, Small, cancellationToken));
        await MeasureListsAsync(measurements, store, Small, "10000", cancellationToken);
        await FillAsync(store, samples, Small, Large, cancellationToken);
        await MeasureListsAsync(measurements, store, Large, "100000", cancellationToken);
    }

    /// <summary>Tasks a second, each taken down and then saved three times more, many at once.</summary>
    private static async Task<double> LiveAsync(ITaskStore store, SampleTasks samples, int tasks, CancellationToken cancellationToken)
    {
        var all = Enumerable.Range(0, tasks).Select(number => samples.Next(number)).Select(task => (Task: task, Later: samples.Later(task))).ToList();
        var watch = Stopwatch.StartNew();
        await InFlight.RunAsync(Width, tasks, async number =>
        {
            var (task, later) = all[number];
            var saved = (await store.TrySaveAsync(task, cancellationToken))!;
            saved = (await store.TrySaveAsync(saved with { ExecutionArn = "arn:aws:states:us-east-1:123456789012:execution:OrderProcessing:task" }, cancellationToken))!;
            saved = (await store.TrySaveAsync(saved.MovedTo(TrackedStatus.Running, saved.CreatedAt.AddSeconds(1), "workflow:Place", "begin"), cancellationToken))!;
            await store.TrySaveAsync(later with { Version = saved.Version }, cancellationToken);
        });
        return tasks / watch.Elapsed.TotalSeconds;
    }

    private static Task FillAsync(ITaskStore store, SampleTasks samples, int from, int to, CancellationToken cancellationToken)
    {
        var rest = Enumerable.Range(from, to - from).Select(number => samples.Later(samples.Next(number))).ToList();
        return InFlight.RunAsync(Width, rest.Count, async number => await store.TrySaveAsync(rest[number], cancellationToken));
    }

    private static async Task MeasureListsAsync(Measurements measurements, ITaskStore store, int tasks, string suffix, CancellationToken cancellationToken)
    {
        var queries = QueryMix.Over(tasks).ToList();
        foreach (var query in queries.Where((_, i) => i % 50 == 0))
        {
            await store.ListAsync(query, PageSize, cursor: null, cancellationToken);
        }

        var times = new List<double>(2 * queries.Count);
        foreach (var query in queries)
        {
            string? cursor = null;
            for (var page = 0; page == 0 || (page < 3 && cursor is not null); page++)
            {
                var before = Stopwatch.GetTimestamp();
                cursor = (await store.ListAsync(query, PageSize, cursor, cancellationToken)).Next;
                times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
            }
        }

        times.Sort();
        measurements.Add($"task_list_p50_ms_{suffix}", times[times.Count / 2]);
        measurements.Add($"task_list_p99_ms_{suffix}", times[(int)(times.Count * 0.99)]);
        measurements.Add($"task_list_max_ms_{suffix}", times[^1]);
    }
}
