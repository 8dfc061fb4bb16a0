using TaskOrchestration.Orchestrations.Engine;

namespace TaskOrchestration.Benchmarks.Durability;

/// <summary>How much memory an execution takes that waits for a callback.</summary>
public sealed class MemoryBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Subject => "memory";

    /// <inheritdoc/>
    public async Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        using var bench = new BenchFolder();
        using var folder = DataFolder.Open(bench.Path);
        await using var engine = await EmbeddedEngine.OpenAsync(folder, new NeverRouter());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await WaitingExecutions.StartAsync(engine);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        measurements.Add("bytes_per_waiting_execution", (after - before) / (double)WaitingExecutions.Count);
    }
}
