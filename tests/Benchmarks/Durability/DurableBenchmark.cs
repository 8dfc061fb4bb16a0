using System.Diagnostics;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Benchmarks.Durability;

/// <summary>The durable engine: throughput with 64 in flight, latency one at a time, and a large Map.</summary>
public sealed class DurableBenchmark : IBenchmark
{
    private const int Width = 64;
    private const int MapItems = 10_000;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public string Subject => "durable";

    /// <inheritdoc/>
    public async Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        using var bench = new BenchFolder();
        using var folder = DataFolder.Open(bench.Path);
        var options = new EngineOptions { StandardLimits = ExecutionLimits.Standard with { HistoryEvents = null, PayloadBytes = int.MaxValue } };
        await using var engine = await EmbeddedEngine.OpenAsync(folder, new InstantRouter(), options);
        var orders = await Machines.CreateAsync(engine, "orders", Workflows.FourTasks);

        await RunForAsync(engine, orders, Width, TimeSpan.FromSeconds(2));
        await MeasureThroughputAsync(engine, orders, measurements);
        await MeasureLatencyAsync(engine, orders, measurements);
        await MeasureMapAsync(engine, measurements);
    }

    private static async Task MeasureThroughputAsync(EmbeddedEngine engine, string machine, Measurements measurements)
    {
        var (flushes, facts) = (engine.Flushes, engine.Facts);
        var watch = Stopwatch.StartNew();
        var count = await RunForAsync(engine, machine, Width, Duration);
        var seconds = watch.Elapsed.TotalSeconds;
        measurements.Add("durable_workflows_per_s", count / seconds);
        measurements.Add("flushes_per_workflow", (engine.Flushes - flushes) / (double)count);
        measurements.Add("facts_per_workflow", (engine.Facts - facts) / (double)count);
    }

    private static async Task MeasureLatencyAsync(EmbeddedEngine engine, string machine, Measurements measurements)
    {
        const int Count = 1_000;
        var times = new double[Count];
        for (var i = 0; i < Count; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await RunOneAsync(engine, machine, Workflows.Order(i));
            times[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        Array.Sort(times);
        measurements.Add("durable_p50_ms", times[Count / 2]);
        measurements.Add("durable_p99_ms", times[Count * 99 / 100]);
    }

    private static async Task MeasureMapAsync(EmbeddedEngine engine, Measurements measurements)
    {
        var machine = await Machines.CreateAsync(engine, "map", Workflows.MapOfTasks);
        var items = JsonArray.Of(Enumerable.Range(0, MapItems).Select(i => Json.Of((long)i)));
        var best = double.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await RunOneAsync(engine, machine, items);
            best = Math.Min(best, Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        measurements.Add("durable_map_10000_s", best);
    }

    private static async Task<int> RunForAsync(EmbeddedEngine engine, string machine, int width, TimeSpan duration)
    {
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var counts = await Task.WhenAll(Enumerable.Range(0, width).Select(caller => Task.Run(async () =>
        {
            var done = 0;
            for (; Stopwatch.GetTimestamp() < end; done++)
            {
                await RunOneAsync(engine, machine, Workflows.Order((caller * 1_000_000) + done));
            }

            return done;
        })));
        return counts.Sum();
    }

    private static async Task RunOneAsync(EmbeddedEngine engine, string machine, Json input)
    {
        var started = await engine.Executions.StartAsync(new StartRequest { StateMachineArn = machine, Input = input });
        var ended = await engine.Executions.WaitForEndAsync(started.ExecutionArn);
        if (ended.Summary.Status != ExecutionStatus.Succeeded)
        {
            throw new InvalidOperationException($"expected a workflow that succeeds, found {ended.Summary.Status}: {ended.Failure}");
        }
    }
}
