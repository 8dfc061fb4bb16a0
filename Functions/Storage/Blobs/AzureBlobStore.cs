using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Functions.Storage.Blobs;

/// <summary>Blobs in a container of a storage account: one blob a version, under <see cref="BlobNames"/>, with <see cref="BlobLabels"/>.</summary>
/// <remarks>
/// <para>
/// A blob is written once, under a name that nobody else has, and never changed; it is there when its last request has been carried out. So several
/// instances need no agreement, and a request that is sent again changes nothing. The account's own versioning, soft delete and lifecycle rules may be on.
/// </para>
/// <para>
/// Of two versions that are written at the same time, the one that was begun last is the latest. Versions are deleted oldest first, so that whoever
/// reads meanwhile, or a deletion that breaks off, never brings an older one back to the top.
/// </para>
/// </remarks>
internal sealed class AzureBlobStore(BlobContainerClient container, TimeProvider time) : IBlobStore
{
    /// <summary>What the container is called.</summary>
    public const string ContainerName = "blobs";

    /// <summary>Content of at most so many bytes is read as soon as it is opened.</summary>
    private const int ReadAtOnce = 256 << 10;

    /// <summary>How many paths are purged at a time.</summary>
    private const int PurgedAtOnce = 16;

    /// <inheritdoc/>
    public async ValueTask<BlobVersion> WriteAsync(string path, Stream content, BlobDraft draft, CancellationToken cancellationToken = default)
    {
        BlobPath.Check(path);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(draft);
        var latest = await PrepareAsync(path, cancellationToken);
        var writing = new BlobWriting(container, path, BlobVersionIds.After(latest?.VersionId, time.GetUtcNow()), draft, time);
        return await writing.WriteAsync(content, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<BlobContent?> OpenAsync(string path, string? versionId = null, CancellationToken cancellationToken = default)
    {
        BlobPath.Check(path);
        if (versionId is not null)
        {
            return BlobVersionIds.IsOne(versionId) ? await OpenAsync(BlobNames.Of(path, versionId), cancellationToken) : null;
        }

        while (await LatestAsync(path, cancellationToken) is { } latest)
        {
            if (await OpenAsync(BlobNames.Of(path, latest.VersionId), cancellationToken) is { } opened)
            {
                return opened;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<BlobVersion>> VersionsAsync(string path, CancellationToken cancellationToken = default)
    {
        BlobPath.Check(path);
        return await ListedAsync(BlobNames.VersionsOf(path), cancellationToken).ToListAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<BlobVersion>> ListAsync(string folder, CancellationToken cancellationToken = default)
    {
        var prefix = BlobPath.PrefixOf(folder);
        var latest = new SortedDictionary<string, BlobVersion>(StringComparer.Ordinal);
        await foreach (var version in UnderAsync(prefix, cancellationToken))
        {
            latest.TryAdd(version.Path, version);
        }

        return [.. latest.Values];
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteAsync(string path, CancellationToken cancellationToken = default)
    {
        var versions = await VersionsAsync(path, cancellationToken);
        await DeleteAsync(versions, cancellationToken);
        return versions.Count > 0;
    }

    /// <inheritdoc/>
    public async ValueTask<int> PurgeAsync(string folder, DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        var purged = 0;
        await Parallel.ForEachAsync(
            OldAsync(BlobPath.PrefixOf(folder), before, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = PurgedAtOnce, CancellationToken = cancellationToken },
            async (versions, token) =>
            {
                await DeleteAsync(versions, token);
                Interlocked.Add(ref purged, versions.Count);
            });
        return purged;
    }

    /// <summary>The latest version at a path; makes the container if it is missing.</summary>
    private async ValueTask<BlobVersion?> PrepareAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await FirstAsync(path, cancellationToken);
        }
        catch (RequestFailedException e) when (BlobRequests.IsContainerMissing(e))
        {
            await BlobRequests.SendAsync(() => container.CreateIfNotExistsAsync(cancellationToken: cancellationToken), cancellationToken);
            return null;
        }
    }

    private async ValueTask<BlobVersion?> LatestAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await FirstAsync(path, cancellationToken);
        }
        catch (RequestFailedException e) when (BlobRequests.IsContainerMissing(e))
        {
            return null;
        }
    }

    private async ValueTask<BlobVersion?> FirstAsync(string path, CancellationToken cancellationToken)
    {
        await using var pages = List(BlobNames.VersionsOf(path), cancellationToken).AsPages(pageSizeHint: 1).GetAsyncEnumerator(cancellationToken);
        // A page may be empty and others follow.
        while (await BlobRequests.SendAsync(() => pages.MoveNextAsync().AsTask(), cancellationToken))
        {
            if (pages.Current.Values.Select(VersionOf).FirstOrDefault(version => version is not null) is { } latest)
            {
                return latest;
            }
        }

        return null;
    }

    private async ValueTask<BlobContent?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var blob = container.GetBlobClient(name);
        try
        {
            var opened = (await BlobRequests.SendAsync(() => blob.DownloadStreamingAsync(cancellationToken: cancellationToken), cancellationToken)).Value;
            var remote = new RemoteContent(blob, opened);
            if (BlobLabels.Read(name, opened.Details.ContentLength, opened.Details.Metadata) is not { } version)
            {
                await remote.DisposeAsync();
                return null;
            }

            return new BlobContent(version, remote.Length <= ReadAtOnce ? await InMemoryAsync(remote, cancellationToken) : remote);
        }
        catch (RequestFailedException e) when (BlobRequests.IsMissing(e))
        {
            return null;
        }
    }

    private static async ValueTask<MemoryStream> InMemoryAsync(RemoteContent remote, CancellationToken cancellationToken)
    {
        await using (remote)
        {
            var bytes = new byte[remote.Length];
            await remote.ReadExactlyAsync(bytes, cancellationToken);
            return new MemoryStream(bytes, writable: false);
        }
    }

    /// <summary>The versions under a prefix, those of a path together, latest first.</summary>
    private IAsyncEnumerable<BlobVersion> UnderAsync(string prefix, CancellationToken cancellationToken) =>
        ListedAsync(BlobNames.Under(prefix), cancellationToken).Where(version => version.Path.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>What is old under a prefix, path by path.</summary>
    private async IAsyncEnumerable<IReadOnlyList<BlobVersion>> OldAsync(
        string prefix, DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var old = new List<BlobVersion>();
        await foreach (var version in UnderAsync(prefix, cancellationToken).Where(version => version.At < before))
        {
            if (old.Count > 0 && old[0].Path != version.Path)
            {
                yield return old;
                old = [];
            }

            old.Add(version);
        }

        if (old.Count > 0)
        {
            yield return old;
        }
    }

    private async IAsyncEnumerable<BlobVersion> ListedAsync(string namePrefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var listed = List(namePrefix, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await MoveNextAsync(listed, cancellationToken))
        {
            if (VersionOf(listed.Current) is { } version)
            {
                yield return version;
            }
        }
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<BlobItem> listed, CancellationToken cancellationToken)
    {
        try
        {
            return await BlobRequests.SendAsync(() => listed.MoveNextAsync().AsTask(), cancellationToken);
        }
        catch (RequestFailedException e) when (BlobRequests.IsContainerMissing(e))
        {
            return false;
        }
    }

    private AsyncPageable<BlobItem> List(string namePrefix, CancellationToken cancellationToken) =>
        container.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata, Prefix = namePrefix }, cancellationToken);

    private static BlobVersion? VersionOf(BlobItem blob) => BlobLabels.Read(blob.Name, blob.Properties.ContentLength ?? 0, blob.Metadata);

    private async ValueTask DeleteAsync(IReadOnlyList<BlobVersion> latestFirst, CancellationToken cancellationToken)
    {
        foreach (var version in latestFirst.Reverse())
        {
            var name = BlobNames.Of(version.Path, version.VersionId);
            await BlobRequests.SendAsync(
                () => container.DeleteBlobIfExistsAsync(name, DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken), cancellationToken);
        }
    }
}
