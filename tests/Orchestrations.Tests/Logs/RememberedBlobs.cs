using System.Text;
using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Orchestrations.Tests.Logs;

/// <summary>Remembers what is written, and refuses it while it is told to.</summary>
internal sealed class RememberedBlobs : IBlobStore
{
    private readonly Lock gate = new();
    private readonly List<(BlobVersion Version, string Text)> written = [];

    public bool IsBroken { get; set; }

    public List<(string Folder, DateTimeOffset Before)> Purged { get; } = [];

    /// <summary>Path and text of each blob, sorted by path.</summary>
    public IReadOnlyList<(string Path, string Text)> All
    {
        get
        {
            lock (gate)
            {
                return [.. written.Select(blob => (blob.Version.Path, blob.Text)).OrderBy(blob => blob.Path, StringComparer.Ordinal)];
            }
        }
    }

    public async ValueTask<BlobVersion> WriteAsync(string path, Stream content, BlobDraft draft, CancellationToken cancellationToken = default)
    {
        if (IsBroken)
        {
            throw new IOException("no room");
        }

        using var reader = new StreamReader(content, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(cancellationToken);
        lock (gate)
        {
            var version = new BlobVersion(path, $"{written.Count}", text.Length, draft.ContentType, "", default, draft.By);
            written.Add((version, text));
            return version;
        }
    }

    public ValueTask<IReadOnlyList<BlobVersion>> ListAsync(string folder, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            IReadOnlyList<BlobVersion> found = [.. written.Select(blob => blob.Version).Where(version => version.Path.StartsWith($"{folder}/", StringComparison.Ordinal))];
            return ValueTask.FromResult(found);
        }
    }

    public ValueTask<int> PurgeAsync(string folder, DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        Purged.Add((folder, before));
        return ValueTask.FromResult(0);
    }

    public ValueTask<BlobContent?> OpenAsync(string path, string? versionId = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<BlobVersion>> VersionsAsync(string path, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<bool> DeleteAsync(string path, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
