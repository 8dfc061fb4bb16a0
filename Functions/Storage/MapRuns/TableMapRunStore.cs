using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.MapRuns;

namespace TaskOrchestration.Functions.Storage.MapRuns;

/// <summary>Map Runs in the table <c>mapruns</c>.</summary>
public sealed class TableMapRunStore : IMapRunStore
{
    private readonly EntityTable table;
    private readonly MapRunRequests requests;
    private readonly MapRunRows rows;
    private readonly MapRunChildren childRows;
    private readonly MapRunTurns turns;
    private readonly MapRunIndex index;
    private readonly MapRunPurge purge;

    /// <summary>Those of an account.</summary>
    public TableMapRunStore(EntityTables tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        table = tables[TableNames.MapRuns];
        requests = new MapRunRequests(table);
        rows = new MapRunRows(table, requests);
        childRows = new MapRunChildren(table);
        turns = new MapRunTurns(table, rows, childRows);
        index = new MapRunIndex(table);
        purge = new MapRunPurge(table, rows, childRows, index);
    }

    /// <inheritdoc/>
    public async ValueTask<MapRun> AddAsync(MapRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (await FindAsync(run.Arn, cancellationToken) is { } known)
        {
            return known;
        }

        await purge.FinishAsync(run.Arn, cancellationToken);
        var request = await requests.PutAsync(MapRunKeys.Of(run.Arn), run.Request, cancellationToken);
        var number = await index.EnterAsync(run, cancellationToken);
        await index.ShowRunningAsync(run.Arn, run.RedriveCount, cancellationToken);
        return await table.TryAddAsync(MapRunEntity.Write(new KeptMapRun(run, request, number)), cancellationToken) is not null
            ? run
            : await FindAsync(run.Arn, cancellationToken) ?? throw new TransientFailureException($"The Map Run {run.Arn} was deleted while it was being added.");
    }

    /// <inheritdoc/>
    public async ValueTask<MapRun?> FindAsync(string mapRunArn, CancellationToken cancellationToken = default) =>
        (await rows.FindAsync(mapRunArn, cancellationToken))?.Run;

    /// <inheritdoc/>
    public async ValueTask<MapRun> PlanAsync(string mapRunArn, IReadOnlyList<ChildInput> children, bool isComplete, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(children);
        var known = (await rows.GetAsync(mapRunArn, cancellationToken)).Run.Tally.Executions.Total;
        List<ChildInput> added = [.. children.Where(child => child.Index >= known)];
        if (added.Count > 0)
        {
            await childRows.PutAsync(MapRunKeys.Of(mapRunArn), added, cancellationToken);
        }

        return await ChangeAsync(mapRunArn, kept => kept.Run.Status == MapRunStatus.Running ? kept with { Run = Planned(kept.Run, added, isComplete) } : kept, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<MapRunTurn> AdvanceAsync(string mapRunArn, IReadOnlyList<ChildEnd> ended, int bound, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ended);
        return turns.AdvanceAsync(mapRunArn, ended, bound, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<MapRunChild>> ReadAsync(string mapRunArn, ChildFilter filter, long from, int limit, CancellationToken cancellationToken = default) =>
        await childRows.ReadAsync(await rows.GetAsync(mapRunArn, cancellationToken), filter, from, limit, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<MapRun> EndAsync(string mapRunArn, MapRunEnd end, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(end);
        var before = await rows.GetAsync(mapRunArn, cancellationToken);
        if (before.Run.Status != MapRunStatus.Running)
        {
            return before.Run;
        }

        await index.ShowEndedAsync(mapRunArn, end.At, cancellationToken);
        var run = await ChangeAsync(mapRunArn, kept => kept.Run.Status == MapRunStatus.Running ? kept with { Run = kept.Run.Ended(end) } : kept, cancellationToken);
        await index.HideRunningAsync(mapRunArn, before.Run.RedriveCount, cancellationToken);
        return run;
    }

    /// <inheritdoc/>
    public async ValueTask<MapRun> RedriveAsync(string mapRunArn, int redriveCount, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var before = await rows.GetAsync(mapRunArn, cancellationToken);
        if (!before.Run.CanBeRedriven(redriveCount))
        {
            return before.Run;
        }

        await index.ShowRunningAsync(mapRunArn, redriveCount, cancellationToken);
        var run = await ChangeAsync(mapRunArn, kept => kept.Run.CanBeRedriven(redriveCount) ? kept.RedrivenAt(redriveCount, at) : kept, cancellationToken);
        if (before.Run.StopDate is { } stopDate)
        {
            await index.HideEndedAsync(mapRunArn, stopDate, cancellationToken);
        }

        return run;
    }

    /// <inheritdoc/>
    public async ValueTask<MapRun?> UpdateAsync(string mapRunArn, MapRunChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return (await rows.ChangeAsync(
            mapRunArn, kept => kept.Run.Status == MapRunStatus.Running ? kept with { Run = change.Of(kept.Run) } : kept, cancellationToken))?.Run;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<MapRun>> ListAsync(string executionArn, string? after, int limit, CancellationToken cancellationToken = default)
    {
        var below = after is null ? long.MaxValue : (await rows.FindAsync(after, cancellationToken))?.Number ?? 0;
        List<MapRun> found = [];
        await foreach (var (arn, number) in index.ListAsync(executionArn, below, cancellationToken))
        {
            if (found.Count == limit)
            {
                break;
            }

            if (await rows.FindAsync(arn, cancellationToken) is { } kept && kept.Number == number)
            {
                found.Add(kept.Run);
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<MapRun>> ListRunningAsync(CancellationToken cancellationToken = default)
    {
        List<MapRun> found = [];
        await foreach (var (arn, redriveCount) in index.ListRunningAsync(cancellationToken))
        {
            var run = await FindAsync(arn, cancellationToken);
            if (run is { Status: MapRunStatus.Running } && run.RedriveCount == redriveCount)
            {
                found.Add(run);
            }
            else if (run?.RedriveCount >= redriveCount)
            {
                // Whoever ended it was killed before it could take this away.
                await index.HideRunningAsync(arn, redriveCount, cancellationToken);
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public ValueTask ForgetChildrenAsync(string mapRunArn, CancellationToken cancellationToken = default) => childRows.DeleteAsync(MapRunKeys.Of(mapRunArn), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<int> PurgeAsync(DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken = default) => purge.PurgeAsync(endedBefore, limit, cancellationToken);

    private async ValueTask<MapRun> ChangeAsync(string mapRunArn, Func<KeptMapRun, KeptMapRun> rule, CancellationToken cancellationToken) =>
        (await rows.ChangeAsync(mapRunArn, rule, cancellationToken) ?? throw MapRunRows.Unknown(mapRunArn)).Run;

    /// <summary>Children that somebody else has planned meanwhile are counted already.</summary>
    private static MapRun Planned(MapRun run, List<ChildInput> added, bool isComplete)
    {
        var known = run.Tally.Executions.Total;
        var tally = added.Where(child => child.Index >= known).Aggregate(run.Tally, static (tally, child) => tally.Planned(child.ItemCount));
        return run with { Tally = isComplete ? tally.Completed() : tally };
    }
}
