using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Orchestrations.Exports;

/// <summary>Some bytes and then the contents of blobs, one after the other, as one stream to be read once. One blob at a time is open.</summary>
internal sealed class JoinedBlobs(byte[] head, IBlobStore blobs, IEnumerable<string> paths) : ForwardStream
{
    private readonly IEnumerator<string> rest = paths.GetEnumerator();
    private Stream? current = new MemoryStream(head, writable: false);

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (current is not null)
        {
            var read = await current.ReadAsync(buffer, cancellationToken);
            if (read > 0 || buffer.IsEmpty)
            {
                return read;
            }

            await current.DisposeAsync();
            current = rest.MoveNext() ? await OpenAsync(rest.Current, cancellationToken) : null;
        }

        return 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            current?.Dispose();
            rest.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<Stream> OpenAsync(string path, CancellationToken cancellationToken) =>
        (await blobs.OpenAsync(path, cancellationToken: cancellationToken))?.Stream
        ?? throw new InvalidOperationException($"expected the part {path} of an export, found none");
}
