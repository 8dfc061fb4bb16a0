namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>The use cases of schedules. Who may do what is the caller's affair.</summary>
public sealed class ScheduleService(
    IScheduleStore store, ScheduleRunner runner, FiringLauncher launcher, ScheduleBell bell, ScheduleOptions options, TimeProvider time)
{
    /// <summary>All schedules, in the order of their names.</summary>
    public ValueTask<IReadOnlyList<ScheduleRecord>> ListAsync(CancellationToken cancellationToken = default) => store.ListAsync(cancellationToken);

    /// <summary>A schedule.</summary>
    /// <exception cref="ScheduleRefusedException">There is none.</exception>
    public async ValueTask<ScheduleRecord> DescribeAsync(string name, CancellationToken cancellationToken = default) =>
        await store.FindAsync(name, cancellationToken) ?? throw DoesNotExist(name);

    /// <summary>When a schedule is due next, or null if it is off or never will be.</summary>
    public static DateTimeOffset? NextDue(ScheduleRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Schedule.IsEnabled ? new DueTimes(record.Schedule).After(record.DecidedUntil) : null;
    }

    /// <summary>The firing whose execution was started last, or null.</summary>
    public ValueTask<Firing?> LastFiredAsync(string name, CancellationToken cancellationToken = default) => store.LastFiredAsync(name, cancellationToken);

    /// <summary>Makes a schedule or changes one. What was due until now was due under what it said before; nothing that was due earlier becomes due by the change.</summary>
    /// <param name="schedule">What it is to say.</param>
    /// <param name="version">The version it has; 0 when there is to be none, null for any.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ScheduleRefusedException">It is not sound, has another version, or comes from the settings.</exception>
    public ValueTask<ScheduleRecord> PutAsync(Schedule schedule, long? version, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        Check(schedule);
        return InTurnAsync(
            async () =>
            {
                var kept = await store.FindAsync(schedule.Name, cancellationToken);
                Check(schedule.Name, kept, version);
                return kept?.Schedule == schedule ? kept : await SaveAsync(kept, schedule, isConfigured: false, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Deletes a schedule with its firings. Executions it has started go on.</summary>
    /// <exception cref="ScheduleRefusedException">There is none, it has another version, or it comes from the settings.</exception>
    public async ValueTask DeleteAsync(string name, long? version, CancellationToken cancellationToken = default) => await InTurnAsync(
        async () =>
        {
            var kept = await store.FindAsync(name, cancellationToken) ?? throw DoesNotExist(name);
            Check(name, kept, version);
            return await store.DeleteAsync(name, kept.Version, cancellationToken);
        },
        cancellationToken);

    /// <summary>Starts a schedule's machine now, whether the schedule is on or off and whatever else runs.</summary>
    /// <param name="name">The schedule.</param>
    /// <param name="key">What makes it the same wish as an earlier one, which is then answered again; none for a new wish in any case.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ScheduleRefusedException">There is none.</exception>
    public ValueTask<Firing> RunAsync(string name, string? key, CancellationToken cancellationToken = default) => InTurnAsync(
        async () =>
        {
            var schedule = (await DescribeAsync(name, cancellationToken)).Schedule;
            var id = FiringId.OfWish(name, key);
            var firing = await store.FindFiringAsync(name, id, cancellationToken) ?? Wish(schedule, id);
            return firing.IsOpen ? await launcher.StartAsync(firing, cancellationToken) : firing;
        },
        cancellationToken);

    /// <summary>The firings of a schedule, the latest first.</summary>
    /// <exception cref="ScheduleRefusedException">There is no such schedule.</exception>
    public async ValueTask<IReadOnlyList<Firing>> FiringsAsync(
        string name, int limit, (DateTimeOffset Due, string Id)? before, CancellationToken cancellationToken = default)
    {
        await DescribeAsync(name, cancellationToken);
        return await store.FiringsAsync(name, limit, before, cancellationToken);
    }

    /// <summary>A firing.</summary>
    /// <exception cref="ScheduleRefusedException">There is none.</exception>
    public async ValueTask<Firing> DescribeFiringAsync(string name, string id, CancellationToken cancellationToken = default) =>
        await store.FindFiringAsync(name, id, cancellationToken)
        ?? throw new ScheduleRefusedException(ScheduleRefusal.DoesNotExist, $"There is no firing '{id}' of schedule '{name}'.");

    /// <summary>Takes the schedules of the settings over as they stand there, and deletes those that do not stand there any more.</summary>
    public async ValueTask SeedAsync(CancellationToken cancellationToken = default) => await InTurnAsync(
        async () =>
        {
            var kept = (await store.ListAsync(cancellationToken)).ToDictionary(record => record.Schedule.Name);
            foreach (var gone in kept.Values.Where(record => record.IsConfigured && options.Configured.All(schedule => schedule.Name != record.Schedule.Name)))
            {
                await store.DeleteAsync(gone.Schedule.Name, gone.Version, cancellationToken);
            }

            foreach (var schedule in options.Configured)
            {
                var record = kept.GetValueOrDefault(schedule.Name);
                if (record?.Schedule != schedule || !record.IsConfigured)
                {
                    await SaveAsync(record, schedule, isConfigured: true, cancellationToken);
                }
            }

            return true;
        },
        cancellationToken);

    private static void Check(Schedule schedule)
    {
        if (ScheduleRules.Problems(schedule) is { Count: > 0 } problems)
        {
            throw new ScheduleRefusedException(
                ScheduleRefusal.Unsound, string.Join("; ", problems.Select(problem => $"{problem.Member}: {problem.Message}")), problems);
        }
    }

    private static void Check(string name, ScheduleRecord? kept, long? version)
    {
        if (version is { } expected && expected != (kept?.Version ?? 0))
        {
            throw VersionMismatch(name);
        }

        if (kept is { IsConfigured: true })
        {
            throw new ScheduleRefusedException(ScheduleRefusal.IsConfigured, $"Schedule '{name}' comes from the settings (section Schedules) and is changed there.");
        }
    }

    private async ValueTask<ScheduleRecord> SaveAsync(ScheduleRecord? kept, Schedule schedule, bool isConfigured, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (kept is not null)
        {
            await runner.DecideAsync(kept, now, cancellationToken);
        }

        var record = new ScheduleRecord
        {
            Schedule = schedule, Version = kept?.Version ?? 0, IsConfigured = isConfigured, DecidedUntil = now, CreatedAt = kept?.CreatedAt ?? now, UpdatedAt = now,
        };
        return await store.SaveAsync(record, cancellationToken) ?? throw VersionMismatch(schedule.Name);
    }

    private Firing Wish(Schedule schedule, string id)
    {
        var now = time.GetUtcNow();
        return new Firing
        {
            Schedule = schedule.Name,
            Id = id,
            Due = now,
            Status = FiringStatus.Due,
            IsManual = true,
            StateMachine = schedule.StateMachine,
            Input = InputTemplate.Fill(schedule, id, now),
        };
    }

    private async ValueTask<T> InTurnAsync<T>(Func<ValueTask<T>> work, CancellationToken cancellationToken)
    {
        await bell.Turn.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            bell.Turn.Release();
            bell.Ring();
        }
    }

    private static ScheduleRefusedException DoesNotExist(string name) => new(ScheduleRefusal.DoesNotExist, $"There is no schedule '{name}'.");

    private static ScheduleRefusedException VersionMismatch(string name) => new(ScheduleRefusal.VersionMismatch, $"Somebody has changed schedule '{name}' in the meantime.");
}
