using Azure.Data.Tables;

namespace TaskOrchestration.Functions.Storage.MapRuns;

/// <summary>The rows of the Map Runs themselves: read as a whole, and changed against the version that was read.</summary>
internal sealed class MapRunRows(EntityTable table, MapRunRequests requests)
{
    /// <summary>The Map Run of that ARN, or null.</summary>
    public async ValueTask<KeptMapRun?> FindAsync(string mapRunArn, CancellationToken cancellationToken)
    {
        var partition = MapRunKeys.Of(mapRunArn).Partition;
        if (await FindEntityAsync(partition, cancellationToken) is not { } entity)
        {
            return null;
        }

        if (await requests.FindAsync(partition, MapRunEntity.RequestOf(entity), cancellationToken) is { } request)
        {
            return MapRunEntity.Read(entity, request);
        }

        // Whoever purges it takes its row away from everybody before anything else.
        return await FindEntityAsync(partition, cancellationToken) is null
            ? null
            : throw new InvalidDataException($"Expected the request of the Map Run {mapRunArn} in '{partition}', found none.");
    }

    /// <summary>The Map Run of that ARN, which must be there.</summary>
    public async ValueTask<KeptMapRun> GetAsync(string mapRunArn, CancellationToken cancellationToken) =>
        await FindAsync(mapRunArn, cancellationToken) ?? throw Unknown(mapRunArn);

    /// <summary>What befalls who takes a Map Run to be there that is not.</summary>
    public static InvalidOperationException Unknown(string mapRunArn) => new($"expected a Map Run {mapRunArn} on record, found none");

    /// <summary>Changes a Map Run: by the same rule again when others were first. A rule that answers what it was given changes nothing.</summary>
    /// <returns>It as it stands then, or null if there is none of that ARN.</returns>
    public async ValueTask<KeptMapRun?> ChangeAsync(string mapRunArn, Func<KeptMapRun, KeptMapRun> rule, CancellationToken cancellationToken)
    {
        for (var attempt = 1; await FindAsync(mapRunArn, cancellationToken) is { } kept; attempt++)
        {
            var changed = rule(kept);
            if (ReferenceEquals(changed, kept) || await table.TryReplaceAsync(MapRunEntity.Write(changed), kept.Version, cancellationToken) is not null)
            {
                return changed;
            }

            await Contention.PauseAsync(attempt, $"The Map Run {mapRunArn}", cancellationToken);
        }

        return null;
    }

    private async ValueTask<TableEntity?> FindEntityAsync(string partition, CancellationToken cancellationToken) =>
        await table.FindAsync(partition, MapRunKeys.Run, cancellationToken: cancellationToken) is { } entity && !MapRunEntity.IsMarked(entity) ? entity : null;
}
