using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;

namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>Records that count their versions, each in a partition of its own.</summary>
/// <remarks>
/// A record does not carry the ETag of what was read. This process remembers which ETag the versions have that it saw last; a version never has another one,
/// so that a save against a version it remembers takes one request, and against any other it takes a second one to look.
/// </remarks>
internal sealed class VersionedTable(EntityTable table, string rowKey)
{
    private const string Version = "Version";
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<string, (long Version, ETag Tag)> remembered = new(StringComparer.Ordinal);

    public async ValueTask<TableEntity?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var found = await table.FindAsync(KeyText.Bounded(id), rowKey, select: null, cancellationToken);
        if (found is not null)
        {
            Remember(id, found.Integer(Version), found.ETag);
        }

        return found;
    }

    /// <summary>An entity to save a version in.</summary>
    public TableEntity Begin(string id, long version) => new(KeyText.Bounded(id), rowKey) { [Version] = version };

    /// <summary>Saves a version if the one before it is the last; the first one if there is none.</summary>
    public async ValueTask<bool> TrySaveAsync(string id, TableEntity next, CancellationToken cancellationToken)
    {
        var version = next.Integer(Version);
        var saved = version == 1
            ? await table.TryAddAsync(next, cancellationToken)
            : await TryReplaceAsync(id, next, version - 1, cancellationToken);
        if (saved is { } tag)
        {
            Remember(id, version, tag);
        }

        return saved is not null;
    }

    private async ValueTask<ETag?> TryReplaceAsync(string id, TableEntity next, long last, CancellationToken cancellationToken)
    {
        if (remembered.TryGetValue(id, out var seen) && seen.Version == last)
        {
            return await table.TryReplaceAsync(next, seen.Tag, cancellationToken);
        }

        var kept = await table.FindAsync(next.PartitionKey, rowKey, [Version], cancellationToken);
        return kept?.Integer(Version) == last ? await table.TryReplaceAsync(next, kept!.ETag, cancellationToken) : null;
    }

    private void Remember(string id, long version, ETag tag)
    {
        if (remembered.Count >= MostRemembered)
        {
            remembered.Clear();
        }

        remembered[id] = (version, tag);
    }
}
