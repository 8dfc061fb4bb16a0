using System.Diagnostics;
using System.Globalization;
using System.Text;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Benchmarks.Durability;

/// <summary>Distributed Maps over files of 10,000 and 100,000 items, whose results are written into files: how many items a second, and how much memory.</summary>
/// <remarks>Each item is an execution of its own with one task: durable for STANDARD children, in memory for EXPRESS ones.</remarks>
public sealed class MapRunBenchmark : IBenchmark
{
    private const int Warmup = 1_000;
    private static readonly TimeSpan SamplingInterval = TimeSpan.FromMilliseconds(20);

    /// <inheritdoc/>
    public string Subject => "mapruns";

    /// <inheritdoc/>
    public async Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        using var bench = new BenchFolder();
        using var folder = DataFolder.Open(bench.Path);
        using var database = TaskDatabase.Open(bench.Path);
        var blobs = FolderBlobStore.Open(bench.Path, database, TimeProvider.System);
        await using var engine = await EmbeddedEngine.OpenAsync(folder, new InstantRouter(), new EngineOptions { Blobs = blobs });
        foreach (var type in new[] { "STANDARD", "EXPRESS" })
        {
            var machine = await Machines.CreateAsync(engine, type, Workflows.DistributedMap(type));
            await MeasureAsync(engine, blobs, machine, Warmup);
            foreach (var items in new[] { 10_000, 100_000 })
            {
                var (seconds, megabytes) = await MeasureAsync(engine, blobs, machine, items);
                measurements.Add($"mapruns_{type.ToLower(CultureInfo.InvariantCulture)}_{items}_per_s", items / seconds);
                measurements.Add($"mapruns_{type.ToLower(CultureInfo.InvariantCulture)}_{items}_mb", megabytes);
            }
        }
    }

    private static async Task<(double Seconds, double Megabytes)> MeasureAsync(EmbeddedEngine engine, FolderBlobStore blobs, string machine, int items)
    {
        await WriteAsync(blobs, items);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var end = new CancellationTokenSource();
        var sampling = PeakAsync(end.Token);
        var began = Stopwatch.GetTimestamp();
        var started = await engine.Executions.StartAsync(new StartRequest { StateMachineArn = machine, Input = JsonObject.Of(("Key", Json.Of($"{items}.jsonl"))) });
        var ended = await engine.Executions.WaitForEndAsync(started.ExecutionArn);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await end.CancelAsync();
        var run = (await engine.MapRuns.ListAsync(started.ExecutionArn, 1, cursor: null)).Items[0];
        return ended.Summary.Status == ExecutionStatus.Succeeded && run.Tally.Items.Succeeded == items
            ? (seconds, (await sampling - before) / (1024.0 * 1024))
            : throw new InvalidOperationException($"expected a Map Run over {items} items that succeeds, found {ended.Summary.Status} ({ended.Failure}) with {run.Tally.Items}");
    }

    private static async Task WriteAsync(FolderBlobStore blobs, int items)
    {
        var file = string.Join('\n', Enumerable.Range(0, items).Select(number => Workflows.Order(number).ToString()));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(file));
        await blobs.WriteAsync($"orders/{items}.jsonl", content, new BlobDraft("application/jsonl", "bench"));
    }

    /// <summary>The most bytes that the heap has held, garbage that was not collected yet included.</summary>
    private static async Task<long> PeakAsync(CancellationToken end)
    {
        var peak = 0L;
        while (!end.IsCancellationRequested)
        {
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
            await Task.Delay(SamplingInterval, CancellationToken.None);
        }

        return peak;
    }
}
