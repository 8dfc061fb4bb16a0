namespace TaskOrchestration.Orchestrations.Blobs;

/// <summary>A version of a blob, opened. Whoever opened it disposes of it.</summary>
/// <param name="Version">Which one.</param>
/// <param name="Stream">Its bytes; can seek.</param>
public sealed record BlobContent(BlobVersion Version, Stream Stream) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}
