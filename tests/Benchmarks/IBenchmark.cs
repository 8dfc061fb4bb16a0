namespace TaskOrchestration.Benchmarks;

/// <summary>One subject of the benchmark run: it measures and adds what it found, and prints nothing itself.</summary>
public interface IBenchmark
{
    /// <summary>The name by which the subject is asked for on the command line.</summary>
    string Subject { get; }

    /// <summary>Warms up, measures, and adds its figures.</summary>
    Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken);
}
