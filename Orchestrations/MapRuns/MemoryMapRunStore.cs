using System.Diagnostics;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;

namespace TaskOrchestration.Orchestrations.MapRuns;

/// <summary>Map Runs, for as long as the process lives.</summary>
public sealed class MemoryMapRunStore : IMapRunStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Kept> runs = [];
    private int lastNumber;

    /// <inheritdoc/>
    public ValueTask<MapRun> AddAsync(MapRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        lock (gate)
        {
            if (!runs.TryGetValue(run.Arn, out var kept))
            {
                kept = new Kept(run, ++lastNumber);
                runs.Add(run.Arn, kept);
            }

            return ValueTask.FromResult(kept.Run);
        }
    }

    /// <inheritdoc/>
    public ValueTask<MapRun?> FindAsync(string mapRunArn, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult(runs.GetValueOrDefault(mapRunArn)?.Run);
        }
    }

    /// <inheritdoc/>
    public ValueTask<MapRun> PlanAsync(string mapRunArn, IReadOnlyList<ChildInput> children, bool isComplete, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(children);
        return Change(mapRunArn, kept =>
        {
            if (kept.Run.Status != MapRunStatus.Running)
            {
                return kept.Run;
            }

            var tally = kept.Run.Tally;
            foreach (var child in children.Where(child => child.Index >= kept.Children.Count))
            {
                kept.Children.Add(MapRunChild.Planned(child));
                tally = tally.Planned(child.ItemCount);
            }

            return kept.Run with { Tally = isComplete ? tally.Completed() : tally };
        });
    }

    /// <inheritdoc/>
    public ValueTask<MapRunTurn> AdvanceAsync(string mapRunArn, IReadOnlyList<ChildEnd> ended, int bound, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ended);
        lock (gate)
        {
            var kept = runs[mapRunArn];
            if (kept.Run.Status != MapRunStatus.Running)
            {
                return ValueTask.FromResult(new MapRunTurn(kept.Run, []));
            }

            foreach (var end in ended.Where(end => kept.Is(ChildFilter.Begun, kept.Children[(int)end.Index])))
            {
                var child = kept.Children[(int)end.Index];
                kept.Children[(int)end.Index] = child.Ended(end);
                kept.Run = kept.Run with { Tally = kept.Run.Tally.Ended(end.Status, child.ItemCount, end.RedriveObstacle is null) };
            }

            List<MapRunChild> begun = [.. kept.Pending().Take(kept.Run.Room(bound))];
            foreach (var child in begun)
            {
                kept.Run = kept.Run with { Position = child.Index + 1, Tally = child.IsToRedrive ? kept.Run.Tally.BeganAgain(child.ItemCount) : kept.Run.Tally.Began(child.ItemCount) };
            }

            return ValueTask.FromResult(new MapRunTurn(kept.Run, [.. begun]));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<MapRunChild>> ReadAsync(string mapRunArn, ChildFilter filter, long from, int limit, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            var kept = runs[mapRunArn];
            return ValueTask.FromResult<IReadOnlyList<MapRunChild>>([.. kept.Children.Skip((int)from).Where(child => kept.Is(filter, child)).Take(limit)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<MapRun> EndAsync(string mapRunArn, MapRunEnd end, CancellationToken cancellationToken = default) =>
        Change(mapRunArn, kept => kept.Run.Status == MapRunStatus.Running ? kept.Run.Ended(end) : kept.Run);

    /// <inheritdoc/>
    public ValueTask<MapRun> RedriveAsync(string mapRunArn, int redriveCount, DateTimeOffset at, CancellationToken cancellationToken = default) => Change(mapRunArn, kept =>
    {
        if (!kept.Run.CanBeRedriven(redriveCount))
        {
            return kept.Run;
        }

        for (var index = 0; index < kept.Children.Count; index++)
        {
            kept.Children[index] = kept.Children[index].Redriven();
        }

        return kept.Run.Redriven(redriveCount, at);
    });

    /// <inheritdoc/>
    public ValueTask<MapRun?> UpdateAsync(string mapRunArn, MapRunChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (gate)
        {
            var kept = runs.GetValueOrDefault(mapRunArn);
            if (kept is { Run.Status: MapRunStatus.Running })
            {
                kept.Run = change.Of(kept.Run);
            }

            return ValueTask.FromResult(kept?.Run);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<MapRun>> ListAsync(string executionArn, string? after, int limit, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            var before = after is null ? int.MaxValue : runs.GetValueOrDefault(after)?.Number ?? 0;
            return ValueTask.FromResult<IReadOnlyList<MapRun>>(
            [
                .. runs.Values.Where(kept => kept.Run.ExecutionArn == executionArn && kept.Number < before)
                    .OrderByDescending(kept => kept.Number)
                    .Take(limit)
                    .Select(kept => kept.Run),
            ]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<MapRun>> ListRunningAsync(CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<MapRun>>([.. runs.Values.Select(kept => kept.Run).Where(run => run.Status == MapRunStatus.Running)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask ForgetChildrenAsync(string mapRunArn, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            runs[mapRunArn].Children.Clear();
            return default;
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> PurgeAsync(DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            List<string> old = [.. runs.Values.Select(kept => kept.Run).Where(run => run.StopDate < endedBefore).Take(limit).Select(run => run.Arn)];
            old.ForEach(arn => runs.Remove(arn));
            return ValueTask.FromResult(old.Count);
        }
    }

    private ValueTask<MapRun> Change(string mapRunArn, Func<Kept, MapRun> change)
    {
        lock (gate)
        {
            var kept = runs[mapRunArn];
            return ValueTask.FromResult(kept.Run = change(kept));
        }
    }

    private sealed class Kept(MapRun run, int number)
    {
        public MapRun Run { get; set; } = run;

        public int Number { get; } = number;

        public List<MapRunChild> Children { get; } = [];

        public IEnumerable<MapRunChild> Pending() => Children.Skip((int)Run.Position).Where(child => Is(ChildFilter.Pending, child));

        public bool Is(ChildFilter filter, MapRunChild child) => filter switch
        {
            ChildFilter.Ended => child.End is not null,
            ChildFilter.Succeeded => child.End is { Status: ExecutionStatus.Succeeded },
            ChildFilter.Unsuccessful => child.End is { Status: not ExecutionStatus.Succeeded },
            ChildFilter.Begun => child.End is null && child.Index < Run.Position,
            ChildFilter.Pending => child.End is null && child.Index >= Run.Position,
            _ => throw new UnreachableException($"no rule for {filter}"),
        };
    }
}
