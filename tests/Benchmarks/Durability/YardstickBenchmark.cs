using System.Diagnostics;

namespace TaskOrchestration.Benchmarks.Durability;

/// <summary>What SQLite alone does on this disk: rows of a fact's size into a table of the journal's shape, in groups of 64, each flushed.</summary>
public sealed class YardstickBenchmark : IBenchmark
{
    private const int GroupSize = 64;
    private const int Groups = 2_000;
    private const int FactBytes = 330;

    /// <inheritdoc/>
    public string Subject => "yardstick";

    /// <inheritdoc/>
    public Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        using var folder = new BenchFolder();
        using var yardstick = new Yardstick(Path.Combine(folder.Path, "yardstick.db"));
        var fact = new byte[FactBytes];
        Random.Shared.NextBytes(fact);

        for (var i = 0; i < Groups / 10; i++)
        {
            yardstick.CommitGroup(GroupSize, fact);
        }

        var groups = new double[Groups];
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Groups; i++)
        {
            var before = watch.Elapsed;
            yardstick.CommitGroup(GroupSize, fact);
            groups[i] = (watch.Elapsed - before).TotalMilliseconds;
        }

        measurements.Add("yardstick_rows_per_s", Groups * GroupSize / watch.Elapsed.TotalSeconds);
        measurements.Add("group_commit_ms", groups.Order().ElementAt(Groups / 2));
        return Task.CompletedTask;
    }
}
