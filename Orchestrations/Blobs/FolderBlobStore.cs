using TaskOrchestration.Orchestrations.Stores;

namespace TaskOrchestration.Orchestrations.Blobs;

/// <summary>Blobs as files in a folder, and what is known about them in a <see cref="TaskDatabase"/>.</summary>
/// <remarks>
/// A version is there once its row is on disk, and its content was on disk before. A process that is killed leaves at most a file without a row, which the
/// next one sweeps away when it opens the store. Whoever has opened a version reads on although it is deleted.
/// </remarks>
public sealed class FolderBlobStore : IBlobStore
{
    /// <summary>What the folder is called in a data folder.</summary>
    public const string FolderName = "blobs";

    private readonly TaskDatabase database;
    private readonly TimeProvider time;
    private readonly BlobFiles files;

    private FolderBlobStore(TaskDatabase database, TimeProvider time, BlobFiles files)
    {
        this.database = database;
        this.time = time;
        this.files = files;
    }

    /// <summary>Opens the store of a data folder, makes what is missing, and sweeps up after a process that was killed.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static FolderBlobStore Open(string dataFolder, TaskDatabase database, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(time);
        var opened = new BlobFiles(Path.Combine(dataFolder, FolderName));
        foreach (var name in opened.Unsettled())
        {
            if (database.Query(connection => BlobRows.HasFile(connection, name)))
            {
                opened.Settle(name);
            }
            else
            {
                opened.Discard(name);
            }
        }

        return new FolderBlobStore(database, time, opened);
    }

    /// <inheritdoc/>
    public async ValueTask<BlobVersion> WriteAsync(string path, Stream content, BlobDraft draft, CancellationToken cancellationToken = default)
    {
        BlobPath.Check(path);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(draft);
        var (name, stream) = files.Create();
        var version = await WriteFileAsync(path, name, stream, content, draft, cancellationToken);
        // From here on the row decides. If it cannot be told whether there is one (a disk that fails while it commits, a caller who gives up), the
        // file stays where the next process to open the store looks.
        var added = await database.WriteAsync(connection => BlobRows.Add(connection, version, name), CancellationToken.None);
        files.Settle(name);
        return added;
    }

    /// <inheritdoc/>
    public async ValueTask<BlobContent?> OpenAsync(string path, string? versionId = null, CancellationToken cancellationToken = default)
    {
        BlobPath.Check(path);
        while (await database.QueryAsync(connection => BlobRows.Find(connection, path, versionId), cancellationToken) is { } found)
        {
            if (files.Open(found.File) is { } stream)
            {
                return new BlobContent(found.Version, stream);
            }

            if (await database.QueryAsync(connection => BlobRows.HasFile(connection, found.File), cancellationToken))
            {
                throw new InvalidDataException($"Expected a file '{found.File}' with version {found.Version.VersionId} of '{path}', found none.");
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BlobVersion>> VersionsAsync(string path, CancellationToken cancellationToken = default)
    {
        BlobPath.Check(path);
        return database.QueryAsync(connection => BlobRows.Versions(connection, path), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BlobVersion>> ListAsync(string folder, CancellationToken cancellationToken = default)
    {
        var prefix = BlobPath.PrefixOf(folder);
        return database.QueryAsync<IReadOnlyList<BlobVersion>>(
            connection => [.. BlobRows.Latest(connection, prefix).OrderBy(version => version.Path, StringComparer.Ordinal)], cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteAsync(string path, CancellationToken cancellationToken = default)
    {
        BlobPath.Check(path);
        var names = await database.QueryAsync(connection => BlobRows.FilesAt(connection, path), cancellationToken);
        return await DeleteAsync(names, cancellationToken) > 0;
    }

    /// <inheritdoc/>
    public async ValueTask<int> PurgeAsync(string folder, DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        var prefix = BlobPath.PrefixOf(folder);
        var names = await database.QueryAsync(connection => BlobRows.FilesBefore(connection, prefix, before), cancellationToken);
        return await DeleteAsync(names, cancellationToken);
    }

    private async ValueTask<BlobVersion> WriteFileAsync(
        string path, string name, FileStream stream, Stream content, BlobDraft draft, CancellationToken cancellationToken)
    {
        try
        {
            await using (stream)
            {
                var (length, sha256) = await BlobCopy.CopyAsync(content, stream, draft.MaximumBytes, cancellationToken);
                stream.Flush(flushToDisk: true);
                cancellationToken.ThrowIfCancellationRequested();
                return new BlobVersion(path, VersionId: "", length, draft.ContentType, sha256, time.GetUtcNow(), draft.By);
            }
        }
        catch
        {
            files.Discard(name);
            throw;
        }
    }

    private async ValueTask<int> DeleteAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        foreach (var name in names)
        {
            files.Unsettle(name);
        }

        // Given up half way, the files would not be discarded.
        var deleted = await database.WriteAsync(connection => BlobRows.Delete(connection, names), CancellationToken.None);
        foreach (var name in names)
        {
            files.Discard(name);
        }

        return deleted;
    }
}
