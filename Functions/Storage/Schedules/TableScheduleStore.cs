using Azure;
using Azure.Data.Tables;
using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Functions.Storage.Schedules;

/// <summary>Schedules with their firings in the table <c>schedules</c>.</summary>
/// <remarks>
/// What is decided goes into one transaction, which has room for <see cref="EntityTable.MostActions"/> entities. Of more firings than that, the earliest are
/// taken down before, in transactions of their own; every due time has its id, so that one that is decided again after a crash is not there twice.
/// </remarks>
internal sealed class TableScheduleStore(EntityTables tables) : IScheduleStore
{
    private readonly EntityTable table = tables[TableNames.Schedules];

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ScheduleRecord>> ListAsync(CancellationToken cancellationToken = default) =>
        await table.QueryAsync(Under(ScheduleEntity.Prefix), cancellationToken: cancellationToken).Select(ScheduleEntity.Read).ToListAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ScheduleRecord?> FindAsync(string name, CancellationToken cancellationToken = default) =>
        await FindEntityAsync(name, cancellationToken) is { } entity ? ScheduleEntity.Read(entity) : null;

    /// <inheritdoc/>
    public async ValueTask<ScheduleRecord?> SaveAsync(ScheduleRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        var saved = record with { Version = record.Version + 1 };
        var entity = ScheduleEntity.Write(saved);
        if (record.Version == 0)
        {
            return await TryAddAsync(entity, saved, cancellationToken);
        }

        // Somebody may have decided since it was read; that is no other version.
        for (var attempt = 1; await FindEntityAsync(record.Schedule.Name, cancellationToken) is { } kept && ScheduleEntity.Read(kept).Version == record.Version; attempt++)
        {
            if (await table.TryReplaceAsync(entity, kept.ETag, cancellationToken) is not null)
            {
                return saved;
            }

            await Contention.PauseAsync(attempt, $"The schedule {record.Schedule.Name}", cancellationToken);
        }

        return null;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteAsync(string name, long version, CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; await FindEntityAsync(name, cancellationToken) is { } kept && ScheduleEntity.Read(kept).Version == version; attempt++)
        {
            if (await table.TryDeleteAsync(kept.PartitionKey, kept.RowKey, kept.ETag, cancellationToken))
            {
                await DeleteFiringsAsync(name, cancellationToken);
                return true;
            }

            await Contention.PauseAsync(attempt, $"The schedule {name}", cancellationToken);
        }

        return false;
    }

    /// <inheritdoc/>
    public async ValueTask DecideAsync(string name, DateTimeOffset until, IReadOnlyList<Firing> firings, int kept, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(firings);
        for (var attempt = 1; await FindEntityAsync(name, cancellationToken) is { } schedule; attempt++)
        {
            var decision = new FiringDecision(await KnownAsync(name, cancellationToken), firings, kept);
            await AddAsync(decision.Early, cancellationToken);
            var before = ScheduleEntity.Read(schedule);
            // Another instance may have decided more already.
            var decided = before with { DecidedUntil = until > before.DecidedUntil ? until : before.DecidedUntil };
            TableTransactionAction[] actions =
            [
                new(TableTransactionActionType.UpdateReplace, ScheduleEntity.Write(decided), schedule.ETag),
                .. decision.Late.Select(firing => new TableTransactionAction(TableTransactionActionType.Add, ScheduleEntity.Write(firing))),
            ];
            if (await table.TrySubmitAsync(actions, cancellationToken) is null)
            {
                await DeleteAsync(decision.Forgotten, cancellationToken);
                return;
            }

            await Contention.PauseAsync(attempt, $"The schedule {name}", cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask PutFiringAsync(Firing firing, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(firing);
        await table.PutAsync(ScheduleEntity.Write(firing), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<Firing?> FindFiringAsync(string name, string id, CancellationToken cancellationToken = default) =>
        await table.FindAsync(ScheduleEntity.Partition, ScheduleEntity.KeyOf(name, id), cancellationToken: cancellationToken) is { } entity
            ? ScheduleEntity.ReadFiring(entity)
            : null;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Firing>> OpenFiringsAsync(string name, CancellationToken cancellationToken = default)
    {
        var open = await FiringsAsync($"{Under(ScheduleEntity.FiringsOf(name))} and {ScheduleEntity.IsOpen} eq true", cancellationToken);
        return [.. open.Reverse()];
    }

    /// <inheritdoc/>
    public async ValueTask<Firing?> LastFiredAsync(string name, CancellationToken cancellationToken = default)
    {
        var fired = TableClient.CreateQueryFilter($"Status eq {nameof(FiringStatus.Fired)}");
        var found = await table
            .QueryAsync($"{Under(ScheduleEntity.FiringsOf(name))} and {fired}", KnownFiring.Properties, cancellationToken)
            .Select(KnownFiring.Of)
            .ToListAsync(cancellationToken);
        return KnownFiring.LastFired(found) is { } last ? await FindFiringAsync(name, last.Id, cancellationToken) : null;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Firing>> FiringsAsync(
        string name, int limit, (DateTimeOffset Due, string Id)? before, CancellationToken cancellationToken = default)
    {
        var all = await FiringsAsync(Under(ScheduleEntity.FiringsOf(name)), cancellationToken);
        return [.. all.Where(firing => before is not { } end || Precedes(firing, end)).Take(limit)];
    }

    private static bool Precedes(Firing firing, (DateTimeOffset Due, string Id) end) =>
        firing.Due < end.Due || (firing.Due == end.Due && string.CompareOrdinal(firing.Id, end.Id) < 0);

    private ValueTask<TableEntity?> FindEntityAsync(string name, CancellationToken cancellationToken) =>
        table.FindAsync(ScheduleEntity.Partition, ScheduleEntity.KeyOf(name), cancellationToken: cancellationToken);

    private async ValueTask<ScheduleRecord?> TryAddAsync(TableEntity entity, ScheduleRecord saved, CancellationToken cancellationToken)
    {
        if (await FindEntityAsync(saved.Schedule.Name, cancellationToken) is not null)
        {
            return null;
        }

        // Whoever deleted one of this name may have died before its firings were gone.
        await DeleteFiringsAsync(saved.Schedule.Name, cancellationToken);
        return await table.TryAddAsync(entity, cancellationToken) is null ? null : saved;
    }

    private async ValueTask DeleteFiringsAsync(string name, CancellationToken cancellationToken) =>
        await DeleteAsync(await KnownAsync(name, cancellationToken), cancellationToken);

    private async ValueTask<List<KnownFiring>> KnownAsync(string name, CancellationToken cancellationToken) => await table
        .QueryAsync(Under(ScheduleEntity.FiringsOf(name)), KnownFiring.Properties, cancellationToken)
        .Select(KnownFiring.Of)
        .ToListAsync(cancellationToken);

    /// <summary>Adds those that are not there. Whoever else has added one meanwhile has added the same.</summary>
    private async ValueTask AddAsync(IReadOnlyList<Firing> firings, CancellationToken cancellationToken)
    {
        foreach (var some in firings.Chunk(EntityTable.MostActions))
        {
            TableTransactionAction[] actions = [.. some.Select(firing => new TableTransactionAction(TableTransactionActionType.Add, ScheduleEntity.Write(firing)))];
            if (await table.TrySubmitAsync(actions, cancellationToken) is not null)
            {
                foreach (var firing in some)
                {
                    await table.TryAddAsync(ScheduleEntity.Write(firing), cancellationToken);
                }
            }
        }
    }

    /// <summary>Deletes those that are still there.</summary>
    private async ValueTask DeleteAsync(IReadOnlyList<KnownFiring> firings, CancellationToken cancellationToken)
    {
        foreach (var some in firings.Chunk(EntityTable.MostActions))
        {
            TableTransactionAction[] actions =
                [.. some.Select(firing => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(ScheduleEntity.Partition, firing.RowKey), ETag.All))];
            if (await table.TrySubmitAsync(actions, cancellationToken) is not null)
            {
                foreach (var firing in some)
                {
                    await table.TryDeleteAsync(ScheduleEntity.Partition, firing.RowKey, cancellationToken: cancellationToken);
                }
            }
        }
    }

    /// <summary>The firings that a filter lets through, the latest due time first.</summary>
    private async ValueTask<IReadOnlyList<Firing>> FiringsAsync(string filter, CancellationToken cancellationToken)
    {
        var found = await table.QueryAsync(filter, cancellationToken: cancellationToken).Select(ScheduleEntity.ReadFiring).ToListAsync(cancellationToken);
        return [.. found.OrderByDescending(firing => firing.Due).ThenByDescending(firing => firing.Id, StringComparer.Ordinal)];
    }

    private static string Under(string prefix) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {ScheduleEntity.Partition} and RowKey ge {prefix} and RowKey lt {KeyText.After(prefix)}");
}
