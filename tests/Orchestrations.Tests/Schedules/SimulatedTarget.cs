using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Orchestrations.Tests.Schedules;

/// <summary>An engine that outlives the process that asks it, with executions that take some time.</summary>
internal sealed class SimulatedTarget(Random random, SettableTime time, Killer killer, TimeSpan longest) : IFiringTarget
{
    private readonly HashSet<string> known = [];
    private readonly Dictionary<string, DateTimeOffset> running = [];

    /// <summary>What was started, in order, and how many others ran at that moment.</summary>
    public List<(string Id, int Others)> Starts { get; } = [];

    public DateTimeOffset? NextEnd => Running().Values.Select(end => (DateTimeOffset?)end).Min();

    public ValueTask<LaunchedFiring> LaunchAsync(Firing firing, CancellationToken cancellationToken = default) => killer.AroundAsync(() =>
    {
        if (known.Add(firing.Id))
        {
            Starts.Add((firing.Id, Running().Count));
            running.Add(firing.Id, time.Now + (random.NextDouble() * longest));
        }

        return ValueTask.FromResult(new LaunchedFiring(firing.Id));
    });

    public ValueTask<bool> IsRunningAsync(string executionArn, CancellationToken cancellationToken = default) => ValueTask.FromResult(Running().ContainsKey(executionArn));

    /// <summary>Never: the test itself looks again when an execution ends.</summary>
    public ValueTask WaitForEndAsync(string executionArn, CancellationToken cancellationToken = default) => new(new TaskCompletionSource().Task);

    /// <summary>Those that run. One that has ended has ended, even if the clock is put back.</summary>
    private Dictionary<string, DateTimeOffset> Running()
    {
        foreach (var (id, _) in running.Where(entry => entry.Value <= time.Now).ToList())
        {
            running.Remove(id);
        }

        return running;
    }
}
