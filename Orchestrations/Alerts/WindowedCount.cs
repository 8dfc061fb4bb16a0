namespace TaskOrchestration.Orchestrations.Alerts;

/// <summary>How often something happened in the time before now, to about ten seconds.</summary>
internal sealed class WindowedCount(TimeSpan longest)
{
    private const long Step = 10;

    private readonly Lock gate = new();
    private readonly SortedDictionary<long, long> steps = [];

    /// <summary>How much was ever added.</summary>
    public long Added { get; private set; }

    /// <summary>Counts.</summary>
    public void Add(DateTimeOffset at, long number = 1)
    {
        lock (gate)
        {
            Added += number;
            var step = at.ToUnixTimeSeconds() / Step;
            steps[step] = steps.GetValueOrDefault(step) + number;
        }
    }

    /// <summary>How often within the window that ends now.</summary>
    public long Within(TimeSpan window, DateTimeOffset now)
    {
        lock (gate)
        {
            ForgetBefore(now - longest);
            var first = (now - window).ToUnixTimeSeconds() / Step;
            return steps.Where(step => step.Key > first).Sum(step => step.Value);
        }
    }

    /// <summary>The counts as they are kept over a restart: seconds since the epoch, and how often.</summary>
    public Dictionary<long, long> Kept()
    {
        lock (gate)
        {
            return steps.ToDictionary(step => step.Key * Step, step => step.Value);
        }
    }

    private void ForgetBefore(DateTimeOffset moment)
    {
        var first = moment.ToUnixTimeSeconds() / Step;
        while (steps.Count > 0 && steps.First().Key is var oldest && oldest < first)
        {
            steps.Remove(oldest);
        }
    }
}
