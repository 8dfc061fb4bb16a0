namespace TaskOrchestration.Benchmarks.Durability;

/// <summary>How many workflows were done, and what processor time that took. Unlike their number a second, the time says little about what else the machine does.</summary>
internal sealed class Tally
{
    private TimeSpan processor;

    /// <summary>How many.</summary>
    public int Workflows { get; private set; }

    /// <summary>Microseconds of processor time for one.</summary>
    public double Microseconds => processor.TotalMicroseconds / Workflows;

    /// <summary>Does some more.</summary>
    public async Task AddAsync(Func<Task<int>> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        Workflows += await work();
        processor += Environment.CpuUsage.TotalTime - before;
    }
}
