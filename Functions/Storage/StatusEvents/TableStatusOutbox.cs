using Azure;
using Azure.Data.Tables;
using TaskOrchestration.Functions.Storage.Executions;
using TaskOrchestration.Orchestrations.StatusEvents;

namespace TaskOrchestration.Functions.Storage.StatusEvents;

/// <summary>The outbox in the table of executions, beside what it tells of; what was given up is in a table of its own.</summary>
/// <remarks>
/// A row that is taken is marked until when, under its version: of several instances one gets it. One that finds the first row of an execution taken leaves the later ones, too: whoever has it
/// looks again when it is done.
/// </remarks>
public sealed class TableStatusOutbox(EntityTables tables) : IStatusOutbox
{
    private readonly EntityTable table = tables[TableNames.Executions];
    private readonly EntityTable dead = tables[TableNames.DeadEvents];

    /// <inheritdoc/>
    public async ValueTask AddAsync(IReadOnlyList<StatusChange> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var change in changes)
        {
            await table.TryAddAsync(StatusRow.Of(ExecutionKeys.Of(change.ExecutionArn), change), cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<OutboxEntry>> TakeAsync(
        string subscription, DateTimeOffset now, DateTimeOffset until, int limit, IReadOnlyCollection<string>? executions = null, CancellationToken cancellationToken = default)
    {
        List<OutboxEntry> taken = [];
        foreach (var (partition, first, end) in Ranges(executions))
        {
            string? execution = null;
            await foreach (var row in Rows(partition, first, end, subscription, cancellationToken))
            {
                if (taken.Count == limit)
                {
                    return taken;
                }

                if (row.GetString("Arn") == execution)
                {
                    continue;
                }

                execution = row.GetString("Arn");
                if (StatusRow.DueOf(row) <= now && await table.TryReplaceAsync(StatusRow.Claimed(row, until), row.ETag, cancellationToken) is { } version)
                {
                    taken.Add(StatusRow.Read(row) with { Version = version.ToString() });
                }
            }
        }

        return taken;
    }

    /// <inheritdoc/>
    public async ValueTask RecordAsync(IReadOnlyList<DeliveryResult> results, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(results);
        await Task.WhenAll(results.Select(result => RecordAsync(result, cancellationToken)));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> SubscriptionsAsync(CancellationToken cancellationToken = default)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (partition, first, end) in Ranges(executions: null))
        {
            await foreach (var row in table.BetweenAsync(partition, first, end, ["Subscription"], cancellationToken))
            {
                names.Add(StatusRow.SubscriptionOf(row));
            }
        }

        return [.. names];
    }

    /// <inheritdoc/>
    public async ValueTask<OutboxCounts> CountAsync(string subscription, CancellationToken cancellationToken = default)
    {
        var (pending, buried) = (0, 0);
        DateTimeOffset? oldest = null;
        foreach (var (partition, first, end) in Ranges(executions: null))
        {
            await foreach (var row in Rows(partition, first, end, subscription, cancellationToken, ["At"]))
            {
                var at = row.Time("At");
                oldest = at < oldest ? at : oldest ?? at;
                if (++pending == OutboxCounts.Most)
                {
                    break;
                }
            }
        }

        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {KeyText.Of(subscription)}");
        await foreach (var row in dead.QueryAsync(filter, ["RowKey"], cancellationToken))
        {
            if (++buried == OutboxCounts.Most)
            {
                break;
            }
        }

        return new OutboxCounts(Math.Min(pending, OutboxCounts.Most), oldest, buried);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DeadEvent>> ListDeadAsync(string subscription, int limit, string? after, CancellationToken cancellationToken = default)
    {
        List<DeadEvent> found = [];
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {KeyText.Of(subscription)} and RowKey gt {after ?? ""}");
        await foreach (var row in dead.QueryAsync(filter, cancellationToken: cancellationToken))
        {
            if (found.Count == limit)
            {
                break;
            }

            found.Add(StatusRow.ReadDead(row));
        }

        return found;
    }

    /// <inheritdoc/>
    public async ValueTask<StatusChange?> ReviveAsync(string subscription, string place, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        if (await dead.FindAsync(KeyText.Of(subscription), place, cancellationToken: cancellationToken) is not { } row)
        {
            return null;
        }

        // Twice is better than not at all: it waits again before it is no longer among the dead.
        var change = StatusRow.ReadDead(row).Change;
        await table.PutAsync(StatusRow.Of(ExecutionKeys.Of(change.ExecutionArn), change, now), cancellationToken);
        await dead.TryDeleteAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
        return change;
    }

    /// <inheritdoc/>
    public async ValueTask<int> PurgeDeadAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken = default)
    {
        var purged = 0;
        var filter = TableClient.CreateQueryFilter($"DiedAt lt {before}");
        await foreach (var row in dead.QueryAsync(filter, ["PartitionKey", "RowKey"], cancellationToken))
        {
            if (purged == limit)
            {
                break;
            }

            await dead.TryDeleteAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
            purged++;
        }

        return purged;
    }

    private async Task RecordAsync(DeliveryResult result, CancellationToken cancellationToken)
    {
        var keys = ExecutionKeys.Of(result.Entry.Change.ExecutionArn);
        var version = new ETag(result.Entry.Version);
        switch (result)
        {
            case DeliveryResult.Settled settled:
                // Whoever else took it since has sent it, or will send it, a second time; it has been delivered all the same.
                await table.TryDeleteAsync(keys.Partition, StatusRow.KeyOf(keys, settled.Entry.Change), cancellationToken: cancellationToken);
                break;
            case DeliveryResult.Postponed postponed:
                await table.TryReplaceAsync(StatusRow.Postponed(keys, postponed), version, cancellationToken);
                break;
            case DeliveryResult.Dead buried:
                await dead.PutAsync(StatusRow.Dead(buried), cancellationToken);
                await table.TryDeleteAsync(keys.Partition, StatusRow.KeyOf(keys, buried.Entry.Change), version, cancellationToken);
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"no way to record {result.GetType().Name}");
        }
    }

    private static IEnumerable<(string Partition, string First, string End)> Ranges(IReadOnlyCollection<string>? executions) => executions is null
        ? Enumerable.Range(0, ExecutionKeys.Partitions).Select(number => (ExecutionKeys.PartitionOf(number), ExecutionKeys.StartOfStatusChanges, ExecutionKeys.EndOfStatusChanges))
        : executions.Select(ExecutionKeys.Of).Select(keys => (keys.Partition, keys.StartOfOwnStatusChanges, keys.EndOfOwnStatusChanges));

    private IAsyncEnumerable<TableEntity> Rows(
        string partition, string first, string end, string subscription, CancellationToken cancellationToken, string[]? columns = null) => table.QueryAsync(
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {end} and Subscription eq {subscription}"), columns, cancellationToken);
}
