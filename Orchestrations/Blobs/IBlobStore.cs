namespace TaskOrchestration.Orchestrations.Blobs;

/// <summary>Keeps files: attachments, exports, reports, logs. Every write makes a version; the latest is what a path means.</summary>
/// <remarks>
/// A path has segments of 1 to 255 characters without control characters, separated by <c>/</c>; no segment is <c>.</c> or <c>..</c>: any other is an
/// <see cref="InvalidBlobPathException"/>, whatever is asked for.
/// </remarks>
public interface IBlobStore
{
    /// <summary>Writes a version. It is there, whole and durable, when this returns, and not at all when it throws.</summary>
    /// <exception cref="BlobTooLargeException">The content has more bytes than the draft allows.</exception>
    ValueTask<BlobVersion> WriteAsync(string path, Stream content, BlobDraft draft, CancellationToken cancellationToken = default);

    /// <summary>Opens a version, or the latest; none if there is none.</summary>
    ValueTask<BlobContent?> OpenAsync(string path, string? versionId = null, CancellationToken cancellationToken = default);

    /// <summary>All versions at a path, latest first; empty if there is none.</summary>
    ValueTask<IReadOnlyList<BlobVersion>> VersionsAsync(string path, CancellationToken cancellationToken = default);

    /// <summary>The latest version of every path under a folder, sorted by path.</summary>
    ValueTask<IReadOnlyList<BlobVersion>> ListAsync(string folder, CancellationToken cancellationToken = default);

    /// <summary>Deletes all versions at a path.</summary>
    /// <returns>Whether there was one.</returns>
    ValueTask<bool> DeleteAsync(string path, CancellationToken cancellationToken = default);

    /// <summary>Deletes all versions under a folder that were written before a moment.</summary>
    /// <returns>How many.</returns>
    ValueTask<int> PurgeAsync(string folder, DateTimeOffset before, CancellationToken cancellationToken = default);
}
