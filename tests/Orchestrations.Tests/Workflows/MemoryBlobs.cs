using System.Security.Cryptography;
using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Orchestrations.Tests.Workflows;

/// <summary>Blobs in memory, with the times that a test gives them.</summary>
internal sealed class MemoryBlobs(TimeProvider time) : IBlobStore
{
    private readonly Dictionary<string, List<(BlobVersion Version, byte[] Content)>> blobs = [];

    public async ValueTask<BlobVersion> WriteAsync(string path, Stream content, BlobDraft draft, CancellationToken cancellationToken = default)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        var versions = blobs.TryGetValue(path, out var kept) ? kept : blobs[path] = [];
        var hash = Convert.ToHexStringLower(SHA256.HashData(copy.ToArray()));
        var version = new BlobVersion(path, $"{versions.Count:D6}", copy.Length, draft.ContentType, hash, time.GetUtcNow(), draft.By);
        versions.Add((version, copy.ToArray()));
        return version;
    }

    public ValueTask<BlobContent?> OpenAsync(string path, string? versionId = null, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(blobs.TryGetValue(path, out var kept) && kept.LastOrDefault(it => versionId is null || it.Version.VersionId == versionId) is { Version: not null } found
            ? new BlobContent(found.Version, new MemoryStream(found.Content))
            : null);

    public ValueTask<IReadOnlyList<BlobVersion>> VersionsAsync(string path, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IReadOnlyList<BlobVersion>>(blobs.TryGetValue(path, out var kept) ? [.. kept.Select(it => it.Version).Reverse()] : []);

    public ValueTask<IReadOnlyList<BlobVersion>> ListAsync(string folder, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IReadOnlyList<BlobVersion>>([.. Under(folder).Order().Select(path => blobs[path][^1].Version)]);

    public ValueTask<bool> DeleteAsync(string path, CancellationToken cancellationToken = default) => ValueTask.FromResult(blobs.Remove(path));

    public ValueTask<int> PurgeAsync(string folder, DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        var purged = 0;
        foreach (var path in Under(folder).ToList())
        {
            purged += blobs[path].RemoveAll(it => it.Version.At < before);
            if (blobs[path].Count == 0)
            {
                blobs.Remove(path);
            }
        }

        return ValueTask.FromResult(purged);
    }

    private IEnumerable<string> Under(string folder) => blobs.Keys.Where(path => path.StartsWith($"{folder}/", StringComparison.Ordinal));
}
