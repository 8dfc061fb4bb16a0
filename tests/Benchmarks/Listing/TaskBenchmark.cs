using System.Diagnostics;
using TaskOrchestration.Benchmarks.Durability;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Stores;

namespace TaskOrchestration.Benchmarks.Listing;

/// <summary>Lists over ten thousand and a hundred thousand tasks, from the store itself and through HTTP, and how fast tasks are saved.</summary>
public sealed class TaskBenchmark : IBenchmark
{
    private const int Small = 10_000;
    private const int Large = 100_000;
    private const int Width = 64;
    private const int PageSize = 50;
    private const int Pages = 3;

    /// <inheritdoc/>
    public string Subject => "tasks";

    /// <inheritdoc/>
    public async Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        using var folder = new BenchFolder();
        var samples = new SampleTasks(seed: 1);
        using (var database = TaskDatabase.Open(folder.Path))
        {
            var store = new SqliteTaskStore(database);
            measurements.Add("task_lives_per_s", await LiveAsync(store, samples, Small, cancellationToken));
            await MeasureListsAsync(measurements, store, Small, cancellationToken);
        }

        await MeasureAnswersAsync(measurements, folder.Path, Small, cancellationToken);
        using (var database = TaskDatabase.Open(folder.Path))
        {
            var store = new SqliteTaskStore(database);
            await FillAsync(store, samples, Small, Large, cancellationToken);
            await MeasureListsAsync(measurements, store, Large, cancellationToken);
        }

        await MeasureAnswersAsync(measurements, folder.Path, Large, cancellationToken);
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

    private static Task MeasureListsAsync(Measurements measurements, ITaskStore store, int tasks, CancellationToken cancellationToken) => TimeAsync(
        measurements,
        "task_list",
        tasks,
        async (query, cursor) => (await store.ListAsync(query, PageSize, cursor, cancellationToken)).Next);

    private static async Task MeasureAnswersAsync(Measurements measurements, string dataFolder, int tasks, CancellationToken cancellationToken)
    {
        await using var server = await ListServer.StartAsync(dataFolder, cancellationToken);
        await TimeAsync(measurements, "task_http", tasks, (query, cursor) => server.ListAsync(query, PageSize, cursor, cancellationToken));
    }

    /// <summary>Asks every query for its first pages, one after the other.</summary>
    private static async Task TimeAsync(Measurements measurements, string figure, int tasks, Func<TaskQuery, string?, Task<string?>> list)
    {
        var queries = QueryMix.Over(tasks).ToList();
        foreach (var query in queries.Where((_, i) => i % 50 == 0))
        {
            await list(query, null);
        }

        var times = new List<double>(Pages * queries.Count);
        foreach (var query in queries)
        {
            string? cursor = null;
            for (var page = 0; page == 0 || (page < Pages && cursor is not null); page++)
            {
                var before = Stopwatch.GetTimestamp();
                cursor = await list(query, cursor);
                times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
            }
        }

        times.Sort();
        measurements.Add($"{figure}_p50_ms_{tasks}", times[times.Count / 2]);
        measurements.Add($"{figure}_p99_ms_{tasks}", times[(int)(times.Count * 0.99)]);
        measurements.Add($"{figure}_max_ms_{tasks}", times[^1]);
    }
}
