namespace TaskOrchestration.Benchmarks.Interpreter;

/// <summary>Whether a transition costs the same however long the execution has run already.</summary>
public sealed class LoopCostBenchmark : IBenchmark
{
    private const int Short = 10;
    private const int Long = 10_000;

    /// <inheritdoc/>
    public string Subject => "loop-cost-ratio";

    /// <inheritdoc/>
    public Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        measurements.Add("loop_cost_ratio", SecondsPerTransition(Long) / SecondsPerTransition(Short));
        return Task.CompletedTask;
    }

    private static double SecondsPerTransition(int iterations) =>
        SynchronousRun.BestSecondsPerTransition(CountingLoop.Machine, CountingLoop.Input(iterations), TimeSpan.FromSeconds(0.5), rounds: 4);
}
