using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Orchestrations.Tests.Schedules;

/// <summary>A store whose process may be killed at every write, and which remembers every line that was ever written.</summary>
internal sealed class MortalStore(IScheduleStore inner, Killer killer, SettableTime time) : IScheduleStore
{
    public Dictionary<string, Firing> Lines { get; } = [];

    /// <summary>What was decided together, and when.</summary>
    public List<(DateTimeOffset At, IReadOnlyList<Firing> Firings)> Decisions { get; } = [];

    public ValueTask<IReadOnlyList<ScheduleRecord>> ListAsync(CancellationToken cancellationToken = default) => inner.ListAsync(cancellationToken);

    public ValueTask<ScheduleRecord?> FindAsync(string name, CancellationToken cancellationToken = default) => inner.FindAsync(name, cancellationToken);

    public ValueTask<ScheduleRecord?> SaveAsync(ScheduleRecord record, CancellationToken cancellationToken = default) => inner.SaveAsync(record, cancellationToken);

    public ValueTask<bool> DeleteAsync(string name, long version, CancellationToken cancellationToken = default) => inner.DeleteAsync(name, version, cancellationToken);

    public async ValueTask DecideAsync(string name, DateTimeOffset until, IReadOnlyList<Firing> firings, int kept, CancellationToken cancellationToken = default) =>
        await killer.AroundAsync(async () =>
        {
            await inner.DecideAsync(name, until, firings, kept, cancellationToken);
            Decisions.Add((time.Now, firings));
            foreach (var firing in firings)
            {
                Lines.Add(firing.Id, firing);
            }

            return true;
        });

    public async ValueTask PutFiringAsync(Firing firing, CancellationToken cancellationToken = default) => await killer.AroundAsync(async () =>
    {
        await inner.PutFiringAsync(firing, cancellationToken);
        Lines[firing.Id] = firing;
        return true;
    });

    public ValueTask<Firing?> FindFiringAsync(string name, string id, CancellationToken cancellationToken = default) => inner.FindFiringAsync(name, id, cancellationToken);

    public ValueTask<IReadOnlyList<Firing>> OpenFiringsAsync(string name, CancellationToken cancellationToken = default) => inner.OpenFiringsAsync(name, cancellationToken);

    public ValueTask<Firing?> LastFiredAsync(string name, CancellationToken cancellationToken = default) => inner.LastFiredAsync(name, cancellationToken);

    public ValueTask<IReadOnlyList<Firing>> FiringsAsync(
        string name, int limit, (DateTimeOffset Due, string Id)? before, CancellationToken cancellationToken = default) =>
        inner.FiringsAsync(name, limit, before, cancellationToken);
}
