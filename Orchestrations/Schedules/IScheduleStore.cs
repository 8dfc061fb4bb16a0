namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>Keeps schedules and their firings. Every write is all or nothing, and durable when it returns.</summary>
public interface IScheduleStore
{
    /// <summary>All schedules, in the order of their names.</summary>
    ValueTask<IReadOnlyList<ScheduleRecord>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>A schedule, or null.</summary>
    ValueTask<ScheduleRecord?> FindAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Saves what a schedule says; the saved one has the next version.</summary>
    /// <returns>The saved one, or null, with nothing changed, if the kept one has another version than the record (0: there is none).</returns>
    ValueTask<ScheduleRecord?> SaveAsync(ScheduleRecord record, CancellationToken cancellationToken = default);

    /// <summary>Deletes a schedule with its firings.</summary>
    /// <returns>Whether it was there in that version.</returns>
    ValueTask<bool> DeleteAsync(string name, long version, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes down what is to become of due times. A firing whose id is known already stays as it is. Of the firings with which nothing is to happen any
    /// more, the latest <paramref name="kept"/> stay, and the one that fired last.
    /// </summary>
    /// <param name="name">The schedule; nothing happens if there is none.</param>
    /// <param name="until">The last due time that is decided now.</param>
    /// <param name="firings">The firings.</param>
    /// <param name="kept">How much history is kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask DecideAsync(string name, DateTimeOffset until, IReadOnlyList<Firing> firings, int kept, CancellationToken cancellationToken = default);

    /// <summary>Takes down a firing as it stands now, or for the first time.</summary>
    ValueTask PutFiringAsync(Firing firing, CancellationToken cancellationToken = default);

    /// <summary>A firing, or null.</summary>
    ValueTask<Firing?> FindFiringAsync(string name, string id, CancellationToken cancellationToken = default);

    /// <summary>The firings of a schedule with which something is still to happen, the earliest due time first.</summary>
    ValueTask<IReadOnlyList<Firing>> OpenFiringsAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>The firing of a schedule whose execution was started last, or null.</summary>
    ValueTask<Firing?> LastFiredAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>The firings of a schedule, the latest due time first; of one due time, the greatest id.</summary>
    /// <param name="name">The schedule.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="before">Only those that come after this one in that order; null to begin.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<Firing>> FiringsAsync(string name, int limit, (DateTimeOffset Due, string Id)? before, CancellationToken cancellationToken = default);
}
