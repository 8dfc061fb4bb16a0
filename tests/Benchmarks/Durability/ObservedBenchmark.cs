using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using OpenTelemetry.Resources;
using TaskOrchestration.Api.Telemetry;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Telemetry;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Benchmarks.Durability;

/// <summary>What it costs to look at the durable engine: the same work with nobody looking, with metrics, and with metrics and traces, in turns.</summary>
public sealed class ObservedBenchmark : IBenchmark
{
    private const int Width = 64;
    private const int Rounds = 4;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public string Subject => "observed";

    /// <inheritdoc/>
    public async Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        var (alone, measured, traced) = (new Tally(), new Tally(), new Tally());
        await CountAsync([]);
        for (var round = 0; round < Rounds; round++)
        {
            await alone.AddAsync(() => CountAsync([]));
            await measured.AddAsync(() => MeasuredAsync(metrics => CountAsync([metrics])));
            await traced.AddAsync(() => MeasuredAsync(TracedAsync));
        }

        measurements.Add("unobserved_workflows_per_s", alone.Workflows / (Rounds * Duration.TotalSeconds));
        measurements.Add("metrics_ratio", (double)measured.Workflows / alone.Workflows);
        measurements.Add("metrics_and_traces_ratio", (double)traced.Workflows / alone.Workflows);
        measurements.Add("unobserved_cpu_us", alone.Microseconds);
        measurements.Add("metrics_cpu_ratio", measured.Microseconds / alone.Microseconds);
        measurements.Add("metrics_and_traces_cpu_ratio", traced.Microseconds / alone.Microseconds);
    }

    private static async Task<int> MeasuredAsync(Func<ExecutionMetrics, Task<int>> count)
    {
        using var pipeline = new MeasurementPipeline(ResourceBuilder.CreateEmpty());
        using var metrics = new ExecutionMetrics();
        return await count(metrics);
    }

    private static async Task<int> TracedAsync(ExecutionMetrics metrics)
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ExecutionTraces.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        await using var traces = new ExecutionTraces(Task.FromResult<IExecutionService?>(null), NullLogger<ExecutionTraces>.Instance);
        return await CountAsync([metrics, traces]);
    }

    private static async Task<int> CountAsync(IReadOnlyList<IExecutionObserver> observers)
    {
        using var bench = new BenchFolder();
        using var folder = DataFolder.Open(bench.Path);
        await using var engine = await EmbeddedEngine.OpenAsync(folder, new InstantRouter(), new EngineOptions { Observers = observers });
        var machine = await Machines.CreateAsync(engine, "orders", Workflows.FourTasks);
        var end = Stopwatch.GetTimestamp() + (long)(Duration.TotalSeconds * Stopwatch.Frequency);
        var counts = await Task.WhenAll(Enumerable.Range(0, Width).Select(caller => Task.Run(() => RunUntilAsync(engine, machine, caller, end))));
        return counts.Sum();
    }

    private static async Task<int> RunUntilAsync(EmbeddedEngine engine, string machine, int caller, long end)
    {
        var done = 0;
        for (; Stopwatch.GetTimestamp() < end; done++)
        {
            var started = await engine.Executions.StartAsync(new StartRequest { StateMachineArn = machine, Input = Workflows.Order((caller * 1_000_000) + done) });
            var ended = await engine.Executions.WaitForEndAsync(started.ExecutionArn);
            if (ended.Summary.Status != ExecutionStatus.Succeeded)
            {
                throw new InvalidOperationException($"expected a workflow that succeeds, found {ended.Summary.Status}: {ended.Failure}");
            }
        }

        return done;
    }
}
