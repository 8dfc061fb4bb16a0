using System.Text;
using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Conformance.Tests.Plausible;

/// <summary>Files of which there is always one, whatever its name: it comes into being when somebody looks for it.</summary>
/// <param name="blobs">Where files are kept.</param>
/// <param name="contentOf">What a file holds, by its path.</param>
internal sealed class PlausibleBlobs(IBlobStore blobs, Func<string, string> contentOf) : IBlobStore
{
    /// <inheritdoc/>
    public ValueTask<BlobVersion> WriteAsync(string path, Stream content, BlobDraft draft, CancellationToken cancellationToken = default) =>
        blobs.WriteAsync(path, content, draft, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<BlobContent?> OpenAsync(string path, string? versionId = null, CancellationToken cancellationToken = default) =>
        await blobs.OpenAsync(path, versionId, cancellationToken) ?? await MadeAsync(path, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BlobVersion>> VersionsAsync(string path, CancellationToken cancellationToken = default) => blobs.VersionsAsync(path, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<BlobVersion>> ListAsync(string folder, CancellationToken cancellationToken = default)
    {
        if (await blobs.ListAsync(folder, cancellationToken) is { Count: > 0 } found)
        {
            return found;
        }

        foreach (var name in new[] { "1.csv", "2.csv" })
        {
            await MadeAsync($"{folder.TrimEnd('/')}/{name}", cancellationToken);
        }

        return await blobs.ListAsync(folder, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(string path, CancellationToken cancellationToken = default) => blobs.DeleteAsync(path, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<int> PurgeAsync(string folder, DateTimeOffset before, CancellationToken cancellationToken = default) => blobs.PurgeAsync(folder, before, cancellationToken);

    private async ValueTask<BlobContent?> MadeAsync(string path, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(contentOf(path)));
        await blobs.WriteAsync(path, content, new BlobDraft("application/octet-stream", "world"), cancellationToken);
        return await blobs.OpenAsync(path, versionId: null, cancellationToken);
    }
}
