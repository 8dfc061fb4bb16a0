namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>Schedules in memory.</summary>
public sealed class InMemoryScheduleStore : IScheduleStore
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, ScheduleRecord> records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, Firing>> firings = [];

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ScheduleRecord>> ListAsync(CancellationToken cancellationToken = default) => Locked<IReadOnlyList<ScheduleRecord>>(() => [.. records.Values]);

    /// <inheritdoc/>
    public ValueTask<ScheduleRecord?> FindAsync(string name, CancellationToken cancellationToken = default) => Locked(() => records.GetValueOrDefault(name));

    /// <inheritdoc/>
    public ValueTask<ScheduleRecord?> SaveAsync(ScheduleRecord record, CancellationToken cancellationToken = default) => Locked(() =>
    {
        var name = record.Schedule.Name;
        return (records.GetValueOrDefault(name)?.Version ?? 0) == record.Version ? records[name] = record with { Version = record.Version + 1 } : null;
    });

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(string name, long version, CancellationToken cancellationToken = default) => Locked(() =>
    {
        if (records.GetValueOrDefault(name)?.Version != version)
        {
            return false;
        }

        firings.Remove(name);
        return records.Remove(name);
    });

    /// <inheritdoc/>
    public ValueTask DecideAsync(string name, DateTimeOffset until, IReadOnlyList<Firing> firings, int kept, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (records.TryGetValue(name, out var record))
            {
                records[name] = record with { DecidedUntil = until };
                foreach (var firing in firings)
                {
                    Of(name).TryAdd(firing.Id, firing);
                }

                Forget(name, kept);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask PutFiringAsync(Firing firing, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(firing);
        lock (gate)
        {
            Of(firing.Schedule)[firing.Id] = firing;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<Firing?> FindFiringAsync(string name, string id, CancellationToken cancellationToken = default) => Locked(() => Of(name).GetValueOrDefault(id));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Firing>> OpenFiringsAsync(string name, CancellationToken cancellationToken = default) =>
        Locked<IReadOnlyList<Firing>>(() => [.. Sorted(name).Reverse().Where(firing => firing.IsOpen)]);

    /// <inheritdoc/>
    public ValueTask<Firing?> LastFiredAsync(string name, CancellationToken cancellationToken = default) => Locked(() => LastFired(name));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Firing>> FiringsAsync(
        string name, int limit, (DateTimeOffset Due, string Id)? before, CancellationToken cancellationToken = default) =>
        Locked<IReadOnlyList<Firing>>(() => [.. Sorted(name).Where(firing => before is not { } end || Precedes(firing, end)).Take(limit)]);

    private static bool Precedes(Firing firing, (DateTimeOffset Due, string Id) end) =>
        firing.Due < end.Due || (firing.Due == end.Due && string.CompareOrdinal(firing.Id, end.Id) < 0);

    private void Forget(string name, int kept)
    {
        var last = LastFired(name);
        foreach (var old in Sorted(name).Where(firing => !firing.IsOpen && firing != last).Skip(kept).ToList())
        {
            Of(name).Remove(old.Id);
        }
    }

    private Firing? LastFired(string name) =>
        Sorted(name).Where(firing => firing.Status == FiringStatus.Fired).MaxBy(firing => (firing.FiredAt, firing.Due));

    private IEnumerable<Firing> Sorted(string name) =>
        Of(name).Values.OrderByDescending(firing => firing.Due).ThenByDescending(firing => firing.Id, StringComparer.Ordinal);

    private Dictionary<string, Firing> Of(string name) => firings.TryGetValue(name, out var known) ? known : firings[name] = [];

    private ValueTask<T> Locked<T>(Func<T> answer)
    {
        lock (gate)
        {
            return ValueTask.FromResult(answer());
        }
    }
}
