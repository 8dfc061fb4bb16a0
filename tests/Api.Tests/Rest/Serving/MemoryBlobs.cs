using System.Collections.Concurrent;
using System.Security.Cryptography;
using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Api.Tests.Rest.Serving;

/// <summary>Files in memory.</summary>
public sealed class MemoryBlobs(TimeProvider time) : IBlobStore
{
    private readonly ConcurrentDictionary<string, List<(BlobVersion Version, byte[] Content)>> _blobs = new();
    private long _versions;

    public async ValueTask<BlobVersion> WriteAsync(string path, Stream content, BlobDraft draft, CancellationToken cancellationToken = default)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[4096];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > draft.MaximumBytes)
            {
                throw new BlobTooLargeException(draft.MaximumBytes);
            }
        }

        var bytes = copy.ToArray();
        var version = new BlobVersion(
            path, $"v{Interlocked.Increment(ref _versions):d8}", bytes.Length, draft.ContentType, Convert.ToHexStringLower(SHA256.HashData(bytes)), time.GetUtcNow(), draft.By);
        _blobs.GetOrAdd(path, _ => []).Insert(0, (version, bytes));
        return version;
    }

    public ValueTask<BlobContent?> OpenAsync(string path, string? versionId = null, CancellationToken cancellationToken = default)
    {
        var found = _blobs.GetValueOrDefault(path)?.Where(one => versionId is null || one.Version.VersionId == versionId).ToList();
        return new(found is [var first, ..] ? new BlobContent(first.Version, new MemoryStream(first.Content)) : null);
    }

    public ValueTask<IReadOnlyList<BlobVersion>> VersionsAsync(string path, CancellationToken cancellationToken = default) =>
        new([.. (_blobs.GetValueOrDefault(path) ?? []).Select(one => one.Version)]);

    public ValueTask<IReadOnlyList<BlobVersion>> ListAsync(string folder, CancellationToken cancellationToken = default) =>
        new([.. _blobs.Where(blob => blob.Key.StartsWith($"{folder}/", StringComparison.Ordinal)).OrderBy(blob => blob.Key, StringComparer.Ordinal).Select(blob => blob.Value[0].Version)]);

    public ValueTask<bool> DeleteAsync(string path, CancellationToken cancellationToken = default) => new(_blobs.TryRemove(path, out _));

    public ValueTask<int> PurgeAsync(string folder, DateTimeOffset before, CancellationToken cancellationToken = default) => new(0);

    /// <summary>Every version there is.</summary>
    public IReadOnlyList<BlobVersion> All => [.. _blobs.Values.SelectMany(versions => versions.Select(one => one.Version)).OrderBy(version => version.VersionId, StringComparer.Ordinal)];
}
