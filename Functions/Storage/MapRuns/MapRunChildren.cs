using System.Diagnostics;
using Azure.Data.Tables;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;

namespace TaskOrchestration.Functions.Storage.MapRuns;

/// <summary>The children of Map Runs.</summary>
/// <remarks>A child is there when its Map Run counts it: rows beyond that are of a plan that did not come to its end.</remarks>
internal sealed class MapRunChildren(EntityTable table)
{
    /// <summary>Rows that are so far apart at most are read in one range, with those between.</summary>
    private const int WidestGap = 20;

    private static readonly string[] Standing = ["PartitionKey", "RowKey", ChildEntity.Status, ChildEntity.Run, ChildEntity.RedriveCount];

    /// <summary>Writes children that are not counted yet. Whoever writes the same ones writes the same.</summary>
    public async ValueTask PutAsync(MapRunKeys keys, IEnumerable<ChildInput> children, CancellationToken cancellationToken)
    {
        var changes = new RowChanges();
        foreach (var child in children)
        {
            changes.Add(TableTransactionActionType.UpsertReplace, ChildEntity.Write(keys.Partition, child));
        }

        await changes.TryMakeAsync(table, cancellationToken);
    }

    /// <summary>See <see cref="IMapRunStore.ReadAsync"/>.</summary>
    public async ValueTask<IReadOnlyList<MapRunChild>> ReadAsync(KeptMapRun kept, ChildFilter filter, long from, int limit, CancellationToken cancellationToken) => filter switch
    {
        ChildFilter.Begun => await BegunAsync(kept, from, limit, cancellationToken),
        ChildFilter.Pending => await PendingAsync(kept, from, limit, cancellationToken),
        _ => await EndedAsync(kept, Condition(filter, kept.Run.RedriveCount), from, limit, cancellationToken),
    };

    /// <summary>Children that are to come, in their order.</summary>
    public async ValueTask<List<MapRunChild>> PendingAsync(KeptMapRun kept, long from, int limit, CancellationToken cancellationToken)
    {
        var partition = MapRunKeys.Of(kept.Run.Arn).Partition;
        var end = MapRunKeys.Child(kept.Run.Tally.Executions.Total);
        List<MapRunChild> pending = [];
        for (var next = Math.Max(from, kept.Run.Position); pending.Count < limit;)
        {
            var planned = await table
                .FirstAsync(MapRunRange.Between(partition, MapRunKeys.Child(next), end), limit - pending.Count, cancellationToken: cancellationToken)
                .Select(ChildEntity.ReadChild)
                .ToListAsync(cancellationToken);
            if (planned.Count == 0)
            {
                break;
            }

            pending.AddRange(await WithoutEndAsync(kept, partition, planned, cancellationToken));
            next = planned[^1].Index + 1;
        }

        return pending;
    }

    /// <summary>Deletes all of them.</summary>
    public async ValueTask DeleteAsync(MapRunKeys keys, CancellationToken cancellationToken)
    {
        await table.DeleteAsync(keys.Partition, MapRunKeys.Children, cancellationToken);
        await table.DeleteAsync(keys.Partition, MapRunKeys.Ends, cancellationToken);
    }

    private async ValueTask<List<MapRunChild>> BegunAsync(KeptMapRun kept, long from, int limit, CancellationToken cancellationToken)
    {
        var partition = MapRunKeys.Of(kept.Run.Arn).Partition;
        List<MapRunChild> begun = [];
        foreach (var stretch in Stretches(kept.Open.Indexes.Where(index => index >= from).Take(limit)))
        {
            begun.AddRange(await WithoutEndAsync(kept, partition, await PlannedAsync(partition, stretch, cancellationToken), cancellationToken));
        }

        return begun;
    }

    private async ValueTask<List<MapRunChild>> EndedAsync(KeptMapRun kept, string condition, long from, int limit, CancellationToken cancellationToken)
    {
        var partition = MapRunKeys.Of(kept.Run.Arn).Partition;
        var all = MapRunRange.Between(partition, MapRunKeys.End(from), KeyText.After(MapRunKeys.Ends));
        var ends = await table.FirstAsync($"{all} and {condition}", limit, cancellationToken: cancellationToken)
            .Select(ChildEntity.ReadEnd)
            .ToDictionaryAsync(end => end.Index, cancellationToken: cancellationToken);
        List<MapRunChild> ended = [];
        foreach (var stretch in Stretches(ends.Keys.Order()))
        {
            ended.AddRange((await PlannedAsync(partition, stretch, cancellationToken)).Select(child => child.Ended(ends[child.Index])));
        }

        return ended;
    }

    private async ValueTask<List<MapRunChild>> PlannedAsync(string partition, List<long> indexes, CancellationToken cancellationToken)
    {
        HashSet<long> wanted = [.. indexes];
        return await table
            .QueryAsync(MapRunRange.Between(partition, MapRunKeys.Child(indexes[0]), MapRunKeys.Child(indexes[^1] + 1)), cancellationToken: cancellationToken)
            .Where(row => wanted.Contains(MapRunKeys.IndexOf(row.RowKey)))
            .Select(ChildEntity.ReadChild)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Those that have not ended. Before a redrive none of those that are asked about has.</summary>
    private async ValueTask<IEnumerable<MapRunChild>> WithoutEndAsync(KeptMapRun kept, string partition, List<MapRunChild> planned, CancellationToken cancellationToken)
    {
        if (kept.Run.RedriveCount == 0 || planned.Count == 0)
        {
            return planned;
        }

        var ends = await table
            .QueryAsync(MapRunRange.Between(partition, MapRunKeys.End(planned[0].Index), MapRunKeys.End(planned[^1].Index + 1)), Standing, cancellationToken)
            .ToDictionaryAsync(row => MapRunKeys.IndexOf(row.RowKey), cancellationToken: cancellationToken);
        return planned
            .Where(child => !ends.TryGetValue(child.Index, out var end) || !ChildEntity.Counts(end, kept.Run.RedriveCount))
            .Select(child => child with
            {
                IsToRedrive = child.Index < kept.Redriven,
                RedriveCount = ends.GetValueOrDefault(child.Index)?.GetInt32(ChildEntity.RedriveCount) ?? 0,
            });
    }

    /// <summary>What did not succeed has ended only since the last redrive.</summary>
    private static string Condition(ChildFilter filter, int redriveCount) => filter switch
    {
        ChildFilter.Ended => TableClient.CreateQueryFilter($"(Status eq {nameof(ExecutionStatus.Succeeded)} or Run eq {redriveCount})"),
        ChildFilter.Succeeded => TableClient.CreateQueryFilter($"Status eq {nameof(ExecutionStatus.Succeeded)}"),
        ChildFilter.Unsuccessful => TableClient.CreateQueryFilter($"Status ne {nameof(ExecutionStatus.Succeeded)} and Run eq {redriveCount}"),
        _ => throw new UnreachableException($"no condition for {filter}"),
    };

    /// <summary>Numbers in order, cut where a range would read much that nobody wants.</summary>
    private static IEnumerable<List<long>> Stretches(IEnumerable<long> indexes)
    {
        List<long> stretch = [];
        foreach (var index in indexes)
        {
            if (stretch.Count > 0 && index - stretch[^1] > WidestGap)
            {
                yield return stretch;
                stretch = [];
            }

            stretch.Add(index);
        }

        if (stretch.Count > 0)
        {
            yield return stretch;
        }
    }
}
