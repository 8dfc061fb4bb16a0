using System.Globalization;
using TaskOrchestration.Functions.Durable.MapRuns;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Functions.Executions;

/// <summary>The use cases of Map Runs on Durable Functions, with the answers and refusals of the local host.</summary>
internal sealed class DurableMapRuns(IMapRunStore store, IExecutionRecords records, RecordedExecutions recorded, MapRunBells bells) : IMapRunService
{
    /// <inheritdoc/>
    public async ValueTask<MapRun> DescribeAsync(string mapRunArn, CancellationToken cancellationToken = default) =>
        await store.FindAsync(mapRunArn, cancellationToken) ?? throw DoesNotExist(mapRunArn);

    /// <inheritdoc/>
    public async ValueTask<Page<MapRun>> ListAsync(string executionArn, int limit, string? cursor, CancellationToken cancellationToken = default)
    {
        var query = $"map runs {executionArn}";
        await recorded.FindAsync(executionArn, cancellationToken);
        var found = await store.ListAsync(executionArn, cursor is null ? null : Cursor.Read(cursor, query), limit + 1, cancellationToken);
        return new Page<MapRun>([.. found.Take(limit)], found.Count > limit ? Cursor.Write(found[limit - 1].Arn, query) : null);
    }

    /// <inheritdoc/>
    public async ValueTask UpdateAsync(string mapRunArn, MapRunChange change, CancellationToken cancellationToken = default)
    {
        var updated = await store.UpdateAsync(mapRunArn, change, cancellationToken) ?? throw DoesNotExist(mapRunArn);
        if (updated.Status != MapRunStatus.Running)
        {
            throw new RefusedException(Refusal.MapRunHasEnded, $"Expected a Map Run that runs, found '{mapRunArn}' {Word.Of(updated.Status)}.");
        }

        await bells.RingAsync(mapRunArn, Signal.Changed(), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<Page<ExecutionSummary>> ListChildrenAsync(
        string mapRunArn, ExecutionStatus? status, int limit, string? cursor, bool? isRedriven = null, CancellationToken cancellationToken = default)
    {
        await FindStandardAsync(mapRunArn, cancellationToken);
        return await recorded.ListChildrenAsync(mapRunArn, status, limit, cursor, isRedriven, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<Page<ExecutionSummary>> ListPendingRedriveAsync(string mapRunArn, int limit, string? cursor, CancellationToken cancellationToken = default)
    {
        var query = $"pending redrive {mapRunArn}";
        var run = await FindStandardAsync(mapRunArn, cancellationToken);
        var from = cursor is null ? 0 : long.TryParse(Cursor.Read(cursor, query), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : throw Cursor.Invalid(cursor);
        var waiting = run.RedriveCount == 0 ? [] : await store.ReadAsync(mapRunArn, ChildFilter.Pending, from, limit + 1, cancellationToken);
        var arn = MapRunArn.Parse(mapRunArn);
        List<ExecutionSummary> known = [];
        foreach (var child in waiting.Take(limit))
        {
            if (await records.FindAsync(arn.ChildArn(ChildStart.Name(mapRunArn, child.Index)), cancellationToken) is { } record)
            {
                known.Add(record.Summary);
            }
        }

        return new Page<ExecutionSummary>([.. known], waiting.Count > limit ? Cursor.Write(waiting[limit].Index.ToString(CultureInfo.InvariantCulture), query) : null);
    }

    private async ValueTask<MapRun> FindStandardAsync(string mapRunArn, CancellationToken cancellationToken)
    {
        var run = await DescribeAsync(mapRunArn, cancellationToken);
        return run.Request.ExecutionType == StateMachineType.Standard
            ? run
            : throw new RefusedException(Refusal.StateMachineTypeNotSupported, "This operation is not supported by this type of state machine");
    }

    private static RefusedException DoesNotExist(string mapRunArn) => new(Refusal.MapRunDoesNotExist, $"Map Run Does Not Exist: '{mapRunArn}'");
}
