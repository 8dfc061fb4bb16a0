namespace TaskOrchestration.Benchmarks.Load;

/// <summary>What came of a load.</summary>
/// <param name="Seconds">How long it lasted.</param>
/// <param name="Starts">The starts that were answered with 200.</param>
/// <param name="Describes">The descriptions.</param>
/// <param name="Refusals">What was to come back later.</param>
/// <param name="Errors">How many other answers there were.</param>
/// <param name="FirstError">One of them, or null.</param>
/// <param name="Accepted">The names of the executions that were started.</param>
/// <param name="Processor">The processor time that the server used.</param>
internal sealed record LoadResult(
    double Seconds, ActionTimes Starts, ActionTimes Describes, ActionTimes Refusals, int Errors, string? FirstError, IReadOnlyCollection<Guid> Accepted, TimeSpan Processor)
{
    /// <summary>How many requests a second were answered as asked.</summary>
    public double PerSecond => (Starts.Count + Describes.Count) / Seconds;

    /// <summary>Processor microseconds of the server for one of them.</summary>
    public double Microseconds => Processor.TotalMicroseconds / (Starts.Count + Describes.Count);

    /// <summary>The share of all requests that were to come back later.</summary>
    public double RefusedShare => (double)Refusals.Count / (Starts.Count + Describes.Count + Refusals.Count + Errors);
}
