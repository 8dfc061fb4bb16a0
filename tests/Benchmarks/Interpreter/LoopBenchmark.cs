namespace TaskOrchestration.Benchmarks.Interpreter;

/// <summary>How many transitions a second the interpreter makes on one core.</summary>
public sealed class LoopBenchmark : IBenchmark
{
    private const int Iterations = 1_000;

    /// <inheritdoc/>
    public string Subject => "interpreter-loop";

    /// <inheritdoc/>
    public Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        var seconds = SynchronousRun.BestSecondsPerTransition(CountingLoop.Machine, CountingLoop.Input(Iterations), TimeSpan.FromSeconds(1), rounds: 3);
        measurements.Add("transitions_per_s", 1 / seconds);
        return Task.CompletedTask;
    }
}
