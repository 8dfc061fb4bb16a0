namespace TaskOrchestration.Orchestrations.Blobs;

/// <summary>Blobs, for as long as the process lives.</summary>
public sealed class InMemoryBlobStore(TimeProvider time) : IBlobStore
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, List<(BlobVersion Version, byte[] Content)>> blobs = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<BlobVersion> WriteAsync(string path, Stream content, BlobDraft draft, CancellationToken cancellationToken = default)
    {
        BlobPath.Check(path);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(draft);
        using var copy = new MemoryStream();
        var (length, sha256) = await BlobCopy.CopyAsync(content, copy, draft.MaximumBytes, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var at = time.GetUtcNow();
        lock (gate)
        {
            var versions = blobs.GetValueOrDefault(path) ?? (blobs[path] = []);
            var id = BlobVersionId.After(versions.Count == 0 ? null : versions[^1].Version.VersionId, at);
            var version = new BlobVersion(path, id, length, draft.ContentType, sha256, at, draft.By);
            versions.Add((version, copy.ToArray()));
            return version;
        }
    }

    /// <inheritdoc/>
    public ValueTask<BlobContent?> OpenAsync(string path, string? versionId = null, CancellationToken cancellationToken = default)
    {
        BlobPath.Check(path);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var found = (blobs.GetValueOrDefault(path) ?? []).LastOrDefault(kept => versionId is null || kept.Version.VersionId == versionId);
            return ValueTask.FromResult(found.Version is null ? null : new BlobContent(found.Version, new MemoryStream(found.Content, writable: false)));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BlobVersion>> VersionsAsync(string path, CancellationToken cancellationToken = default)
    {
        BlobPath.Check(path);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<BlobVersion>>([.. (blobs.GetValueOrDefault(path) ?? []).Select(kept => kept.Version).Reverse()]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BlobVersion>> ListAsync(string folder, CancellationToken cancellationToken = default)
    {
        var prefix = BlobPath.PrefixOf(folder);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<BlobVersion>>([.. Under(prefix).Select(kept => kept.Value[^1].Version)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(string path, CancellationToken cancellationToken = default)
    {
        BlobPath.Check(path);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(blobs.Remove(path));
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> PurgeAsync(string folder, DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        var prefix = BlobPath.PrefixOf(folder);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var gone = 0;
            foreach (var (path, versions) in Under(prefix).ToList())
            {
                gone += versions.RemoveAll(kept => kept.Version.At < before);
                if (versions.Count == 0)
                {
                    blobs.Remove(path);
                }
            }

            return ValueTask.FromResult(gone);
        }
    }

    private IEnumerable<KeyValuePair<string, List<(BlobVersion Version, byte[] Content)>>> Under(string prefix) =>
        blobs.Where(kept => kept.Key.StartsWith(prefix, StringComparison.Ordinal));
}
