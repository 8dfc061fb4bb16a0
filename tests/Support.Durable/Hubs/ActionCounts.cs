namespace TaskOrchestration.Support.Durable.Hubs;

/// <summary>What an orchestration has cost: everything that was committed, over all its generations.</summary>
public sealed class ActionCounts
{
    private readonly SortedDictionary<string, int> activities = new(StringComparer.Ordinal);

    /// <summary>How often each activity was called for.</summary>
    public IReadOnlyDictionary<string, int> ByActivity => activities;

    /// <summary>How many activities were called for.</summary>
    public int Activities => activities.Values.Sum();

    /// <summary>How many timers were set.</summary>
    public int Timers { get; internal set; }

    /// <summary>How many orchestrations it started as its children.</summary>
    public int Children { get; internal set; }

    /// <summary>How many events it sent.</summary>
    public int EventsSent { get; internal set; }

    /// <summary>How many events came to it.</summary>
    public int EventsReceived { get; internal set; }

    /// <summary>How often its orchestrator was run and the outcome committed.</summary>
    public int Episodes { get; internal set; }

    /// <summary>How many generations it had: 1 if it never continued as new.</summary>
    public int Generations { get; internal set; } = 1;

    /// <summary>How many events the longest history of a generation had.</summary>
    public int LongestHistory { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Activities} activities ({string.Join(", ", activities.Select(entry => $"{entry.Value} {entry.Key}"))}), {Timers} timers, {Children} children, {EventsSent} events sent, {EventsReceived} received, {Episodes} episodes, {Generations} generations";

    internal void CountActivity(string name) => activities[name] = activities.GetValueOrDefault(name) + 1;
}
