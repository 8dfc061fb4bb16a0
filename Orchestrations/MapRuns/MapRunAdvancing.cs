using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.MapRuns.Reading;
using TaskOrchestration.Orchestrations.MapRuns.Writing;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.MapRuns;

/// <summary>How a Map Run goes on: the part that is the same whatever driver runs the children. The driver loops over it.</summary>
/// <remarks>
/// <see cref="OpenAsync"/> at the beginning, and again after a crash: then <see cref="BegunAsync"/> says which children had been begun. Then
/// <see cref="AdvanceAsync"/> whenever children have ended, until the Map Run is settled (<see cref="MapRun.IsSettled"/>), and <see cref="ConcludeAsync"/>. A
/// Map Run that is cut short (<see cref="MapRun.IsCutShort"/>) has the driver stop the children that run and go on until none does.
/// </remarks>
public sealed class MapRunAdvancing
{
    private const int PageSize = 500;

    private readonly IMapRunStore store;
    private readonly TimeProvider time;
    private readonly PendingRedrives? pendingRedrives;
    private readonly MapRunPlanning planning;
    private readonly RecordedChildren children;
    private readonly ResultFiles files;

    /// <summary>Map Runs in this store, with items and results in these blobs.</summary>
    /// <param name="store">The store.</param>
    /// <param name="blobs">The blobs.</param>
    /// <param name="time">The clock.</param>
    /// <param name="pendingRedrives">Notes which children wait to be redriven, where somebody wants to be told.</param>
    public MapRunAdvancing(IMapRunStore store, IBlobStore blobs, TimeProvider time, PendingRedrives? pendingRedrives = null)
    {
        this.store = store;
        this.time = time;
        this.pendingRedrives = pendingRedrives;
        planning = new MapRunPlanning(store, new ItemReaders(blobs));
        children = new RecordedChildren(store);
        files = new ResultFiles(children, blobs);
    }

    /// <summary>Begins a Map Run, or goes on with it after a crash or a redrive, up to where all its children are planned.</summary>
    /// <param name="task">The task that asks for it.</param>
    /// <param name="map">The Map.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The Map Run as it stands then. It may have ended: because its items cannot be read, or before the crash.</returns>
    public async ValueTask<MapRun> OpenAsync(TaskRequest task, MapState map, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        var request = MapRunRequest.Of(task);
        var run = await store.AddAsync(MapRun.New(task, request, Now()), cancellationToken);
        if (request.RedriveCount > run.RedriveCount)
        {
            run = await RedriveAsync(run, request.RedriveCount, cancellationToken);
        }

        if (run.Status != MapRunStatus.Running || run.Tally.IsComplete)
        {
            return run;
        }

        var (planned, failure) = await planning.PlanAsync(run, map, task.Execution.Limits, cancellationToken);
        return failure is null ? planned : await EndAsync(run, new MapRunEnd(MapRunStatus.Failed, Now(), Failure: failure), cancellationToken);
    }

    /// <summary>The children that have been begun and have not ended, as far as is on record.</summary>
    public async ValueTask<IReadOnlyList<MapRunChild>> BegunAsync(MapRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        var begun = new List<MapRunChild>();
        while (await store.ReadAsync(run.Arn, ChildFilter.Begun, begun.Count == 0 ? 0 : begun[^1].Index + 1, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            begun.AddRange(page);
        }

        return begun;
    }

    /// <summary>Takes in which children have ended, and says which are to be begun.</summary>
    /// <param name="run">The Map Run.</param>
    /// <param name="ended">Children that have ended; none to begin with.</param>
    /// <param name="bound">How many children the driver runs at once at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public ValueTask<MapRunTurn> AdvanceAsync(MapRun run, IReadOnlyList<ChildEnd> ended, int bound, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        return store.AdvanceAsync(run.Arn, ended, bound, cancellationToken);
    }

    /// <summary>Ends a Map Run that is settled: its results are put together or written.</summary>
    public async ValueTask<MapRun> ConcludeAsync(MapRun run, ExecutionLimits limits, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(limits);
        var ended = await EndAsync(run, await ResultAsync(run, limits, cancellationToken), cancellationToken);
        if (ended.Status == MapRunStatus.Succeeded)
        {
            await store.ForgetChildrenAsync(run.Arn, cancellationToken);
        }

        return ended;
    }

    /// <summary>Ends a Map Run whose execution does not wait for it any more. Its children have been stopped.</summary>
    /// <param name="run">The Map Run.</param>
    /// <param name="ended">How the children that ran have ended.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<MapRun> AbortAsync(MapRun run, IReadOnlyList<ChildEnd> ended, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        await store.AdvanceAsync(run.Arn, ended, bound: 0, cancellationToken);
        return await EndAsync(run, new MapRunEnd(MapRunStatus.Aborted, Now()), cancellationToken);
    }

    /// <summary>Ends a Map Run that cannot go on. Its children have been stopped.</summary>
    /// <param name="run">The Map Run.</param>
    /// <param name="ended">How the children that ran have ended.</param>
    /// <param name="failure">Why it cannot.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<MapRun> FailAsync(MapRun run, IReadOnlyList<ChildEnd> ended, Failure failure, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        await store.AdvanceAsync(run.Arn, ended, bound: 0, cancellationToken);
        return await EndAsync(run, new MapRunEnd(MapRunStatus.Failed, Now(), Failure: failure), cancellationToken);
    }

    /// <summary>What a Map Run that has ended is to the execution that asked for it.</summary>
    public static TaskOutcome OutcomeOf(MapRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Status == MapRunStatus.Succeeded
            ? new TaskOutcome.Succeeded(run.Output!)
            : new TaskOutcome.Failed(run.Failure ?? new Failure(Error: null, Cause: null));
    }

    private async ValueTask<MapRun> RedriveAsync(MapRun run, int redriveCount, CancellationToken cancellationToken)
    {
        var at = Now();
        if (pendingRedrives is not null && run.CanBeRedriven(redriveCount))
        {
            await pendingRedrives.NoteAsync(run, at, cancellationToken);
        }

        return await store.RedriveAsync(run.Arn, redriveCount, at, cancellationToken);
    }

    private async ValueTask<MapRunEnd> ResultAsync(MapRun run, ExecutionLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            if (run.Request.Writing is { Resource: not null } writing)
            {
                var (bucket, key) = await files.WriteAsync(run, writing, cancellationToken);
                return run.IsCutShort
                    ? new MapRunEnd(MapRunStatus.Failed, Now(), Failure: MapRunFailure.ThresholdExceeded, AreResultsWritten: true)
                    : new MapRunEnd(MapRunStatus.Succeeded, Now(), ResultForm.Output(run.Arn, bucket, key), AreResultsWritten: true);
            }
        }
        catch (ResultWriterException e)
        {
            return new MapRunEnd(MapRunStatus.Failed, Now(), Failure: MapRunFailure.OfWriter(e.Message));
        }

        if (run.IsCutShort)
        {
            return new MapRunEnd(MapRunStatus.Failed, Now(), Failure: MapRunFailure.ThresholdExceeded);
        }

        return await OutputAsync(run, limits, cancellationToken) is { } output
            ? new MapRunEnd(MapRunStatus.Succeeded, Now(), output)
            : new MapRunEnd(MapRunStatus.Failed, Now(), Failure: MapRunFailure.TooLarge(run.Request.StateName));
    }

    /// <summary>The results in their order, or null if they are more than the execution takes.</summary>
    private async ValueTask<JsonArray?> OutputAsync(MapRun run, ExecutionLimits limits, CancellationToken cancellationToken)
    {
        var form = ResultForm.Of(run.Request.Writing);
        var results = new List<Json>();
        var bytes = 1L;
        await foreach (var child in children.ReadAsync(run, ChildFilter.Ended, cancellationToken))
        {
            foreach (var result in ResultForm.Results(child, form))
            {
                results.Add(result);
                bytes += result.Utf8Length + 1;
            }

            if (bytes > limits.PayloadBytes)
            {
                return null;
            }
        }

        return JsonArray.Of(results);
    }

    private ValueTask<MapRun> EndAsync(MapRun run, MapRunEnd end, CancellationToken cancellationToken) => store.EndAsync(run.Arn, end, cancellationToken);

    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
