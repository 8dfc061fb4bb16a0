using System.Diagnostics;
using TaskOrchestration.Orchestrations.Engine;

namespace TaskOrchestration.Benchmarks.Durability;

/// <summary>How long an engine takes to come back with 10,000 open executions.</summary>
public sealed class RecoveryBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Subject => "recovery";

    /// <inheritdoc/>
    public async Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        using var bench = new BenchFolder();
        using var folder = DataFolder.Open(bench.Path);
        await using (var engine = await EmbeddedEngine.OpenAsync(folder, new NeverRouter()))
        {
            await WaitingExecutions.StartAsync(engine);
        }

        var began = Stopwatch.GetTimestamp();
        await using var reopened = await EmbeddedEngine.OpenAsync(folder, new NeverRouter());
        measurements.Add("recover_10000_s", Stopwatch.GetElapsedTime(began).TotalSeconds);
        if (reopened.RecoveredExecutions != WaitingExecutions.Count)
        {
            throw new InvalidOperationException($"expected {WaitingExecutions.Count} recovered executions, found {reopened.RecoveredExecutions}");
        }
    }
}
