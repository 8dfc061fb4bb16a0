using System.Diagnostics.Metrics;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>Where the buckets of histograms end, unless whoever reads them wants others.</summary>
internal static class Buckets
{
    /// <summary>For times of executions and tasks in milliseconds, which take from no time at all to a day.</summary>
    public static readonly InstrumentAdvice<double> Times = Of<double>(1, 5, 10, 50, 100, 500, 1_000, 5_000, 10_000, 60_000, 600_000, 3_600_000, 86_400_000);

    public static InstrumentAdvice<T> Of<T>(params T[] ends)
        where T : struct => new() { HistogramBucketBoundaries = ends };
}
