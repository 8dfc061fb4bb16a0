using System.Globalization;

namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>An outbox that lasts as long as the process.</summary>
public sealed class MemoryStatusOutbox : IStatusOutbox
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Execution, string Subscription, int RedriveCount, ReportedStatus Status), Kept> all = [];
    private long lastNumber;

    /// <summary>Adds changes; those that are there already stay as they are.</summary>
    public void Add(IReadOnlyList<StatusChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (gate)
        {
            foreach (var change in changes)
            {
                all.TryAdd(KeyOf(change), new Kept(++lastNumber, change, Attempts: 0, change.At, Due: change.At, Reason: null, DiedAt: null));
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask AddAsync(IReadOnlyList<StatusChange> changes, CancellationToken cancellationToken = default)
    {
        Add(changes);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OutboxEntry>> TakeAsync(
        string subscription, DateTimeOffset now, DateTimeOffset until, int limit, IReadOnlyCollection<string>? executions = null, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<OutboxEntry>>(
            [
                .. Of(subscription).Where(kept => kept.DiedAt is null)
                    .GroupBy(kept => kept.Change.ExecutionArn)
                    .Select(ofOne => ofOne.MinBy(kept => (kept.Change.RedriveCount, kept.Change.Status))!)
                    .Where(kept => kept.Due <= now)
                    .OrderBy(kept => kept.Due).ThenBy(kept => kept.Number)
                    .Take(limit)
                    .Select(kept => new OutboxEntry(kept.Change, kept.Attempts, kept.Since)),
            ]);
        }
    }

    /// <inheritdoc/>
    public ValueTask RecordAsync(IReadOnlyList<DeliveryResult> results, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(results);
        lock (gate)
        {
            foreach (var result in results)
            {
                Record(result);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> SubscriptionsAsync(CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<string>>([.. all.Values.Where(kept => kept.DiedAt is null).Select(kept => kept.Change.Subscription).Distinct().Order(StringComparer.Ordinal)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<OutboxCounts> CountAsync(string subscription, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            List<Kept> pending = [.. Of(subscription).Where(kept => kept.DiedAt is null)];
            return ValueTask.FromResult(new OutboxCounts(
                Math.Min(pending.Count, OutboxCounts.Most),
                pending.Min(kept => (DateTimeOffset?)kept.Change.At),
                Math.Min(Of(subscription).Count(kept => kept.DiedAt is not null), OutboxCounts.Most)));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DeadEvent>> ListDeadAsync(string subscription, int limit, string? after, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<DeadEvent>>(
            [
                .. Dead(subscription).SkipWhile(dead => after is not null && dead.Place != after).Skip(after is null ? 0 : 1).Take(limit),
            ]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<StatusChange?> ReviveAsync(string subscription, string place, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (Dead(subscription).FirstOrDefault(dead => dead.Place == place) is not { } found)
            {
                return ValueTask.FromResult<StatusChange?>(null);
            }

            var key = KeyOf(found.Change);
            all[key] = all[key] with { Attempts = 0, Since = now, Due = now, Reason = null, DiedAt = null };
            return ValueTask.FromResult<StatusChange?>(found.Change);
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> PurgeDeadAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            List<Kept> old = [.. all.Values.Where(kept => kept.DiedAt < before).Take(limit)];
            old.ForEach(kept => all.Remove(KeyOf(kept.Change)));
            return ValueTask.FromResult(old.Count);
        }
    }

    private void Record(DeliveryResult result)
    {
        var key = KeyOf(result.Entry.Change);
        if (!all.TryGetValue(key, out var kept) || kept.DiedAt is not null)
        {
            return;
        }

        switch (result)
        {
            case DeliveryResult.Settled:
                all.Remove(key);
                break;
            case DeliveryResult.Postponed postponed:
                all[key] = kept with { Attempts = kept.Attempts + 1, Due = postponed.Until, Reason = postponed.Reason };
                break;
            case DeliveryResult.Dead dead:
                all[key] = kept with { Attempts = kept.Attempts + 1, DiedAt = dead.At, Reason = dead.Reason };
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"no way to record {result.GetType().Name}");
        }
    }

    private IEnumerable<Kept> Of(string subscription) => all.Values.Where(kept => kept.Change.Subscription == subscription);

    private IEnumerable<DeadEvent> Dead(string subscription) => Of(subscription)
        .Where(kept => kept.DiedAt is not null)
        .OrderByDescending(kept => kept.DiedAt).ThenByDescending(kept => kept.Number)
        .Select(kept => new DeadEvent(kept.Change, kept.Attempts, kept.DiedAt!.Value, kept.Reason ?? "", kept.Number.ToString(CultureInfo.InvariantCulture)));

    private static (string Execution, string Subscription, int RedriveCount, ReportedStatus Status) KeyOf(StatusChange change) =>
        (change.ExecutionArn, change.Subscription, change.RedriveCount, change.Status);

    private sealed record Kept(long Number, StatusChange Change, int Attempts, DateTimeOffset Since, DateTimeOffset Due, string? Reason, DateTimeOffset? DiedAt);
}
