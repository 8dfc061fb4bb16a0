using TaskOrchestration.StatesLanguage.MapRuns;

namespace TaskOrchestration.Functions.Storage.MapRuns;

/// <summary>Deletes Map Runs that ended long ago, the earliest first.</summary>
/// <remarks>
/// Its row is marked first, under its version: from then on nobody finds it or can redrive it. It goes last but for the row that led here, so a crash on
/// the way is made up for the next time, or when a Map Run of that ARN is added anew.
/// </remarks>
internal sealed class MapRunPurge(EntityTable table, MapRunRows rows, MapRunChildren children, MapRunIndex index)
{
    /// <summary>Deletes those that ended before a moment.</summary>
    /// <returns>How many.</returns>
    public async ValueTask<int> PurgeAsync(DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken)
    {
        var purged = 0;
        await foreach (var (arn, at) in index.ListEndedAsync(endedBefore, cancellationToken))
        {
            if (purged == limit)
            {
                break;
            }

            if (await TryPurgeAsync(arn, at, cancellationToken))
            {
                purged++;
            }
        }

        return purged;
    }

    /// <summary>Brings a purge to its end that was begun and not ended.</summary>
    /// <returns>Whether there was one.</returns>
    public async ValueTask<bool> FinishAsync(string mapRunArn, CancellationToken cancellationToken)
    {
        var keys = MapRunKeys.Of(mapRunArn);
        if (await table.FindAsync(keys.Partition, MapRunKeys.Run, cancellationToken: cancellationToken) is not { } entity || !MapRunEntity.IsMarked(entity))
        {
            return false;
        }

        await children.DeleteAsync(keys, cancellationToken);
        await table.DeleteAsync(keys.Partition, MapRunKeys.Requests, cancellationToken);
        await index.HideRunningAsync(mapRunArn, MapRunEntity.RedriveCountOf(entity), cancellationToken);
        await index.LeaveAsync(entity.Text("ExecutionArn"), entity.Integer("Number"), cancellationToken);
        await table.TryDeleteAsync(keys.Partition, MapRunKeys.Run, cancellationToken: cancellationToken);
        return true;
    }

    private async ValueTask<bool> TryPurgeAsync(string mapRunArn, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await rows.FindAsync(mapRunArn, cancellationToken) is { } kept)
        {
            if (kept.Run.Status == MapRunStatus.Running)
            {
                return false;
            }

            if (kept.Run.StopDate == at && await table.TryReplaceAsync(MapRunEntity.Marked(kept), kept.Version, cancellationToken) is null)
            {
                return false;
            }
        }

        var isPurged = await FinishAsync(mapRunArn, cancellationToken);
        await index.HideEndedAsync(mapRunArn, at, cancellationToken);
        return isPurged;
    }
}
