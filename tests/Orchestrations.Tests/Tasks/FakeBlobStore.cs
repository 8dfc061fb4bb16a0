using System.Globalization;
using System.Security.Cryptography;
using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Orchestrations.Tests.Tasks;

/// <summary>Blobs in memory, with every version.</summary>
internal sealed class FakeBlobStore : IBlobStore
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, List<(BlobVersion Version, byte[] Content)>> blobs = new(StringComparer.Ordinal);
    private int writes;

    public IReadOnlyList<string> Paths
    {
        get
        {
            lock (gate)
            {
                return [.. blobs.Keys];
            }
        }
    }

    public string Text(string path)
    {
        lock (gate)
        {
            return System.Text.Encoding.UTF8.GetString(blobs[path][^1].Content);
        }
    }

    public async ValueTask<BlobVersion> WriteAsync(string path, Stream content, BlobDraft draft, CancellationToken cancellationToken = default)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        var bytes = copy.ToArray();
        lock (gate)
        {
            var id = (++writes).ToString("D8", CultureInfo.InvariantCulture);
            var version = new BlobVersion(
                path, id, bytes.Length, draft.ContentType, Convert.ToHexStringLower(SHA256.HashData(bytes)), DateTimeOffset.UnixEpoch, draft.By);
            if (!blobs.TryGetValue(path, out var versions))
            {
                blobs.Add(path, versions = []);
            }

            versions.Add((version, bytes));
            return version;
        }
    }

    public ValueTask<BlobContent?> OpenAsync(string path, string? versionId = null, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult(blobs.TryGetValue(path, out var versions)
                ? new BlobContent(versions[^1].Version, new MemoryStream(versions[^1].Content, writable: false))
                : null);
        }
    }

    public ValueTask<IReadOnlyList<BlobVersion>> VersionsAsync(string path, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<BlobVersion>>(blobs.TryGetValue(path, out var versions) ? [.. versions.Select(kept => kept.Version).Reverse()] : []);
        }
    }

    public ValueTask<IReadOnlyList<BlobVersion>> ListAsync(string folder, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<BlobVersion>>(
                [.. blobs.Where(blob => blob.Key.StartsWith($"{folder}/", StringComparison.Ordinal)).Select(blob => blob.Value[^1].Version)]);
        }
    }

    public ValueTask<bool> DeleteAsync(string path, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult(blobs.Remove(path));
        }
    }

    public ValueTask<int> PurgeAsync(string folder, DateTimeOffset before, CancellationToken cancellationToken = default) => ValueTask.FromResult(0);
}
