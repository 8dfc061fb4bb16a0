using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>Purges the blobs of a folder.</summary>
public sealed class BlobPurge(string kind, string folder, TimeSpan? keeps, IBlobStore blobs) : IPurge
{
    /// <inheritdoc/>
    public string Kind => kind;

    /// <inheritdoc/>
    public TimeSpan? Keeps => keeps;

    /// <inheritdoc/>
    public async ValueTask<Purged> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        new(await blobs.PurgeAsync(folder, before, cancellationToken));
}
